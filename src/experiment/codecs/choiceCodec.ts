import { dictionary } from '#experiment/dictionary/dictionary.ts';
import type { Codec } from './codec.ts';

/** One of a list of words; capitals do not matter. */
export function choiceCodec<T extends string>(values: readonly T[]): Codec<T> {
  return {
    serialize: (value) => value,
    parse(text) {
      const value = values.find((candidate) => candidate === text.trim().toLowerCase());
      if (value !== undefined) return { kind: 'read', value };
      return { kind: 'unreadable', because: dictionary('experiment').because.notOneOf(values.join(', ')) };
    },
  };
}
