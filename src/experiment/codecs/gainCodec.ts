import { stateWords } from '#experiment/link/stateWords.ts';
import { type GainName, gainNames } from '#theory/namedGain.ts';
import { choiceCodec } from './choiceCodec.ts';
import type { Codec } from './codec.ts';
import { numberCodec } from './numberCodec.ts';

/** A gain as the user states it: a number, or the name of a rule that gives one. */
export type GainChoice = number | GainName;

export const smallestGain = 0.01;
export const largestGain = 10;

const names = choiceCodec(gainNames);
const numbers = numberCodec(smallestGain, largestGain);

export const gainCodec: Codec<GainChoice> = {
  domain: `${numbers.domain}, or ${names.domain}`,
  range: [smallestGain, largestGain],
  serialize: String,
  parse(text) {
    const named = names.parse(text);
    if (named.kind === 'read') return named;
    const number = numbers.parse(text);
    return number.kind === 'unreadable'
      ? { kind: 'unreadable', because: stateWords().because.neither(names.domain) }
      : number;
  },
};
