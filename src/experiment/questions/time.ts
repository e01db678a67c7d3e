import { overDepth } from './overDepth.ts';
import type { Question } from './question.ts';

const depths = { full: [2, 5, 10, 20, 50, 100], small: [2, 10, 50] };

const steps = { full: 600, small: 300 };

/** Steps to a given loss against depth, at g*. */
export const time: Question = {
  levels: [0.75, 0.5],
  trials: overDepth(depths, ({ size }) => ({ steps: steps[size] })),
};
