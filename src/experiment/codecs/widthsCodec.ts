import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { lenience, type TypedWidths } from '#experiment/lenience/lenience.ts';
import type { Codec } from './codec.ts';

/** As the app and programs write them: joined by one sign, none with a 0 before it. */
const plainWidths = /^[1-9]\d{0,8}([-,])[1-9]\d{0,8}(?:\1[1-9]\d{0,8})*$/;

/** As the app writes them, or as people do. */
function read(text: string): TypedWidths {
  return plainWidths.test(text)
    ? { kind: 'widths', widths: text.split(/[-,]/).map(Number), isRewritten: false }
    : (lenience()?.readWidths(text) ?? { kind: 'none' });
}

/** Whole numbers joined by hyphens, `784-512-64-10`: at least one layer. Widths out of range are moved into it. */
export function widthsCodec(high: number, layers: number): Codec<readonly number[]> {
  return {
    joint: '-',
    serialize: (value) => value.join('-'),
    parse(text) {
      const { because } = dictionary('experiment');
      const typed = read(text);
      if (typed.kind === 'none') return { kind: 'unreadable', because: because.notWidths };
      if (typed.kind === 'ambiguous') {
        return { kind: 'unreadable', because: because.ambiguous(...typed.values), isAmbiguous: true };
      }
      const { widths, isRewritten } = typed;
      const kept = widths.slice(0, layers + 1);
      const value = kept.map((width) => Math.min(high, Math.max(1, width)));
      if (kept.length < widths.length) {
        return { kind: 'changed', value, because: because.manyLayers(layers) };
      }
      return value.some((width, i) => width !== widths[i])
        ? { kind: 'changed', value, because: because.widthOutside(high) }
        : { kind: 'read', value, ...(isRewritten ? { isRewritten } : {}) };
    },
  };
}
