import { dictionary } from '#experiment/dictionary/dictionary.ts';
import type { Codec } from './codec.ts';

/** In linear time: no two parts of it can match the same digits. */
const decimal = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/** Numbers of a closed range; those outside are moved to its nearer end. */
export function numberCodec(low: number, high: number): Codec<number> {
  return {
    domain: `${low}..${high}`,
    range: [low, high],
    serialize: String,
    parse(text) {
      const plain = text.trim().replace('\u2212', '-');
      if (!decimal.test(plain))
        return { kind: 'unreadable', because: dictionary('experiment').because.notNumber };
      const value = Number(plain);
      if (value > high)
        return { kind: 'changed', value: high, because: dictionary('experiment').because.above(high) };
      if (value < low)
        return { kind: 'changed', value: low, because: dictionary('experiment').because.below(low) };
      return { kind: 'read', value };
    },
  };
}
