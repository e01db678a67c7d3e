import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { pinReader } from '#experiment/pins/pinReader.ts';
import type { Codec } from './codec.ts';

/** Experiments to compare with, at most so many, each as text with every key (`pins/pins.ts`). */
export const pinsCodec = (most: number): Codec<readonly string[]> => ({
  joint: ',',
  serialize: (value) => value.join(','),
  parse(list) {
    if (list === '') return { kind: 'read', value: [] };
    const because = dictionary('experiment').because.notPinned(list);
    return pinReader()?.readPins(list, most) ?? { kind: 'unreadable', because };
  },
});
