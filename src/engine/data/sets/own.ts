import type { DataFacts } from '#engine/data/dataFacts.ts';
import { ownLimits } from '#engine/data/own/ownLimits.ts';
import { savedPython } from '#engine/data/savedPython.ts';

/** It is read from files. */
export const make = null;

export const facts: DataFacts = {
  // Which of the user's own sets it is, says how many (`experiment/derived/dataFacts.ts`).
  classes: 2,
  isPlane: false,
  classNames: null,
  limits: ownLimits,
  python: savedPython('The data are files of your own', 'own.npz'),
};
