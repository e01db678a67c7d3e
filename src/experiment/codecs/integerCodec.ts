import { dictionary } from '#experiment/dictionary/dictionary.ts';
import type { Codec } from './codec.ts';
import { numberCodec } from './numberCodec.ts';

/** Whole numbers of a closed range; fractions are rounded. */
export function integerCodec(low: number, high: number): Codec<number> {
  const codec = numberCodec(low, high, true);
  return {
    ...codec,
    parse(text, language) {
      const parsed = codec.parse(text, language);
      if (parsed.kind !== 'read' || Number.isInteger(parsed.value)) return parsed;
      return {
        kind: 'changed',
        value: Math.round(parsed.value),
        because: dictionary('experiment').because.notWhole,
      };
    },
  };
}
