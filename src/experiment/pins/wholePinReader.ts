import type { PinReader } from './pinReader.ts';
import { shortPins, wholePins } from './pins.ts';
import { readPins } from './readPins.ts';

/** All of it, in a part of its own. */
export const wholePinReader: PinReader = { readPins, wholePins, shortPins };
