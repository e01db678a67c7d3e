import { readNumber } from '#experiment/codecs/readNumber.ts';
import { readWidths } from '#experiment/codecs/readWidths.ts';
import { addressPairs } from '#experiment/link/addressPairs.ts';
import { mendedPair, sentPairs } from '#experiment/link/mendedPair.ts';
import { readLocation } from '#experiment/link/readLocation.ts';
import type { Lenience } from './lenience.ts';

/** All of it, in a part of its own. */
export const lenient: Lenience = {
  readNumber,
  readWidths,
  addressPairs,
  sentPairs,
  mendedPair,
  readLocation,
};
