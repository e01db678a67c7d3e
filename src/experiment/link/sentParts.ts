import { isParameterKey } from '#experiment/experiment.ts';
import { decoded } from './decoded.ts';
import { isTracking, mendedKey } from './mendedPair.ts';

/** Signs as HTML writes them, however often they were written anew: `&amp;` between pairs, `&quot;` after the link. */
const entities = /&(?:(?:amp|quot|apos|lt|gt|nbsp|#\d+|#x[\da-f]+);)+/gi;

/** Links are wrapped in one another no deeper than this. */
const deepest = 3;

const encodedEquals = /%(?:25)*3D/i;
const encodedSeparator = /%(?:25)*(?:26|23|3F|3B)/i;

/**
 * Whether the signs between keys and values were encoded along with them. The app encodes them in the values of keys that it
 * does not know, and nowhere else, and a part of its own has one plain `=`.
 */
function isWrapped(part: string): boolean {
  const equals = part.indexOf('=');
  if (equals < 0) return encodedEquals.test(part);
  if (!encodedSeparator.test(part)) return false;
  if (part.includes('=', equals + 1)) return true;
  const key = mendedKey(decoded(part.slice(0, equals)));
  return isParameterKey(key) || isTracking(key);
}

/** What is left of an entity that was taken apart, or has no letter or digit, says nothing; points say that something is cut off. */
const saysSomething = (part: string) =>
  /[\p{L}\p{N}%=…]|\.\./u.test(part) && !/^(?:amp|quot|apos|[lg]t|nbsp)$/i.test(part);

/**
 * The parts `key=value` of a query or fragment as they arrive, still encoded. Between two of them stands `&`, as mail
 * writes it too, or a sign that the app itself would have encoded: a second `#` or `?` of programs that add parameters of
 * their own, `;`. Parts that were encoded as a whole are decoded.
 */
export function sentParts(text: string, depth = 0): readonly string[] {
  const parts = text
    .replace(entities, '&')
    .split(/[&#?;]/)
    .filter(saysSomething);
  if (depth === deepest || !parts.some(isWrapped)) return parts;
  return parts.flatMap((part) => (isWrapped(part) ? sentParts(decoded(part), depth + 1) : [part]));
}
