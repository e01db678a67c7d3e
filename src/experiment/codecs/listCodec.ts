import { dictionary } from '#experiment/dictionary/dictionary.ts';
import type { Codec } from './codec.ts';

/** Some of a list of words, joined by commas, in the list's own order; words that are not of the list are left out. */
export function listCodec<T extends string>(values: readonly T[]): Codec<readonly T[]> {
  return {
    joint: ',',
    serialize: (value) => value.join(','),
    parse(text) {
      const words = text
        .split(',')
        .map((word) => word.trim().toLowerCase())
        .filter((word) => word !== '');
      const known = values.filter((value) => words.includes(value));
      const strange = words.filter((word) => !values.some((value) => value === word));
      if (strange.length === 0) return { kind: 'read', value: known };
      return {
        kind: 'changed',
        value: known,
        because: dictionary('experiment').because.cannotHide(strange.join(', ')),
      };
    },
  };
}
