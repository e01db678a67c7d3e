import { decoded } from './decoded.ts';
import type { LinkPair } from './linkPair.ts';

/** Splits parts `key=value` into pairs. */
export const pairsOf = (parts: readonly string[]): readonly LinkPair[] =>
  parts.map((part) => {
    const [key = '', ...rest] = part.split('=');
    return [decoded(key), decoded(rest.join('='))];
  });

/** Splits `#key=value&key=value` into pairs; empty parts are passed over. */
export const plainPairs = (hash: string): readonly LinkPair[] =>
  pairsOf(
    hash
      .replace(/^#/, '')
      .split('&')
      .filter((part) => part !== ''),
  );
