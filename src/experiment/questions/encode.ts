import { overDepth } from './overDepth.ts';
import type { Question } from './question.ts';

const depths = { full: [2, 5, 10, 20, 50, 100], small: [2, 10, 50] };

/** Auto-encoding at several depths, at g*. */
export const encode: Question = {
  levels: [],
  trials: overDepth(depths, () => ({ task: 'encode', optimizer: 'adam', outgain: 0.1 })),
};
