import { visible } from '#experiment/codecs/plainSigns.ts';
import { isParameterKey } from '#experiment/experiment.ts';
import { decoded } from './decoded.ts';
import type { LinkPair } from './linkPair.ts';

/** What campaigns, networks and mailing programs add to every address, to know who followed it. */
const tracking =
  /^(?:utm_.*|hsa_.*|mtm_.*|pk_.*|_hs\w*|_g[al]|\w{1,3}clid|msclkid|gclsrc|[gw]braid|gad_\w+|mc_[ce]id|igsh(?:id)?|mkt_tok|li_fat_id|ref_src|srsltid|vero_id|oly_\w+_id)$/i;

/** Whether a key says nothing of an experiment, and is no key of the future either. */
export const isTracking = (key: string): boolean => tracking.test(key);

/** What stands before a key in `#!f`, `#/f`, `amp;f`, and in keys that were encoded with the `#` before them. */
const beforeKey = /^(?:amp;|[^\p{L}\p{N}_])+/iu;

/** Longer keys are of no link, whatever is taken from them. */
const longestKey = 200;

/** The key that was sent, where that is a key of the link; any other as it is. */
export function mendedKey(key: string): string {
  if (isParameterKey(key) || key.length > longestKey) return key;
  const mended = visible(key).replace(/\s/g, '').replace(beforeKey, '').toLowerCase();
  return isParameterKey(mended) || isTracking(mended) ? mended : key;
}

/** Pairs behind these are not looked at: far more than are read, and than programs add on the way. */
const mostLookedAt = 1000;

/** The pairs without what programs add, each key as it was sent. */
export const sentPairs = (pairs: readonly LinkPair[]): readonly LinkPair[] => [
  ...pairs
    .slice(0, mostLookedAt)
    .map(([key, value]): LinkPair => [mendedKey(key), value])
    .filter(([key]) => !isTracking(key)),
  ...pairs.slice(mostLookedAt),
];

/** What no value begins with: quotes, brackets, the `=` of a line broken by mail. */
const beforeValue = /^[\s"'`“„‘‚«»<*=]+/;
/** What no value ends with: the sentence, the quotation, the brackets around a link. */
const afterValue = /[\s.,;:!?>"'`“”’»«*_~|\]}/\\=]/;

/** Whether a text ends with a bracket that it does not open. */
const closesOutside = (text: string) => text.endsWith(')') && text.split(')').length > text.split('(').length;

/** A value without the signs around it. Two points and more are of a link that was cut off: that value is not known. */
function withoutSigns(value: string): string {
  if (/\.\.|…/.test(value)) return value;
  let text = value.replace(beforeValue, '');
  while (afterValue.test(text.slice(-1)) || closesOutside(text)) text = text.slice(0, -1);
  return text;
}

/**
 * The pair that was sent: what mail and chat programs do to a link is undone where it is unmistakable, as it is in keys
 * and values that the link can have. `3D` before a value is what is left of mail's own way to write `=`.
 */
export function mendedPair([key, value]: LinkPair): LinkPair {
  if (!isParameterKey(key)) return [key, value];
  let text = visible(value);
  for (let i = 0; i < 2 && /%[0-9a-f]{2}/i.test(text); i++) text = decoded(text);
  return [key, withoutSigns(visible(text).replace(/^\s*3D(?=.)/i, ''))];
}
