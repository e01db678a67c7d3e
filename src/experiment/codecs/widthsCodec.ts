import { dictionary } from '#experiment/dictionary/dictionary.ts';
import type { Codec } from './codec.ts';

/** Whole numbers joined by hyphens, `784-512-64-10`: at least one layer. Widths out of range are moved into it. */
export function widthsCodec(high: number, layers: number): Codec<readonly number[]> {
  return {
    domain: `2..${layers + 1} widths of 1..${high}, joined by -`,
    joint: '-',
    serialize: (value) => value.join('-'),
    parse(text) {
      const parts = text.trim().split(/\s*[-–,x×]\s*/);
      if (parts.length < 2 || !parts.every((part) => /^\d{1,9}$/.test(part))) {
        return { kind: 'unreadable', because: dictionary('experiment').because.notWidths };
      }
      const kept = parts.slice(0, layers + 1);
      const value = kept.map((part) => Math.min(high, Math.max(1, Number(part))));
      if (kept.length < parts.length) {
        return { kind: 'changed', value, because: dictionary('experiment').because.manyLayers(layers) };
      }
      return value.some((width, i) => width !== Number(parts[i]))
        ? { kind: 'changed', value, because: dictionary('experiment').because.widthOutside(high) }
        : { kind: 'read', value };
    },
  };
}
