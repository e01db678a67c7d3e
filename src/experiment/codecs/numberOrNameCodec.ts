import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { choiceCodec } from './choiceCodec.ts';
import type { Codec } from './codec.ts';
import { numberCodec } from './numberCodec.ts';

/** A number of a closed range, or one of a list of words. */
export function numberOrNameCodec<T extends string>(
  low: number,
  high: number,
  words: readonly T[],
): Codec<number | T> {
  const names = choiceCodec(words);
  const numbers = numberCodec(low, high);
  return {
    range: [low, high],
    serialize: String,
    parse(text, language) {
      const named = names.parse(text);
      if (named.kind === 'read') return named;
      const number = numbers.parse(text, language);
      return number.kind === 'unreadable' && !number.isAmbiguous
        ? { kind: 'unreadable', because: dictionary('experiment').because.neither(words.join(', ')) }
        : number;
    },
  };
}
