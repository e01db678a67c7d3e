import { codecs, longestText } from '#experiment/codecs/codecs.ts';
import { isParameterKey } from '#experiment/experiment.ts';
import { lenience } from '#experiment/lenience/lenience.ts';
import type { LinkPair } from './linkPair.ts';
import { manyPairsNotice, type Notice, tooLongNotice } from './notice.ts';
import { wellFormed } from './wellFormed.ts';

/** More pairs are not read: a link with every key has a fifth of them. */
export const mostPairs = 200;

const isTooLong = ([key, value]: LinkPair) =>
  key.length > longestText ||
  value.length > (isParameterKey(key) ? (codecs[key].longest ?? longestText) : longestText);

/**
 * What of some pairs is read, whoever sent them: without the marks of their way, well-formed, not too many, none too long; the
 * rest is in two notices at most.
 */
export function boundedPairs(given: readonly LinkPair[]): {
  readonly pairs: readonly LinkPair[];
  readonly notices: readonly Notice[];
} {
  const lenient = lenience();
  const sent = lenient?.sentPairs(given) ?? given;
  const first = sent
    .slice(0, mostPairs)
    .map(([key, value]): LinkPair => [wellFormed(key), wellFormed(value)]);
  const long = first.filter(isTooLong);
  return {
    pairs: first.filter((pair) => !isTooLong(pair)).map((pair) => lenient?.mendedPair(pair) ?? pair),
    notices: [
      ...(sent.length > mostPairs ? [manyPairsNotice(sent.length, mostPairs)] : []),
      ...(long.length > 0 ? [tooLongNotice(long.map(([key]) => key))] : []),
    ],
  };
}
