import { readIdentity } from '#engine/data/ownIdentity.ts';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import type { Codec } from './codec.ts';

/** The identity of a set of the user's own, or nothing. */
export const setCodec: Codec<string> = {
  serialize: (value) => value,
  parse(text) {
    const value = text.trim().toLowerCase();
    return value === '' || readIdentity(value)
      ? { kind: 'read', value }
      : { kind: 'unreadable', because: dictionary('experiment').because.notSet };
  },
};
