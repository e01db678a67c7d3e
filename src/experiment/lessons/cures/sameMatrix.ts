import type { Lesson } from '#experiment/lessons/lesson.ts';
import { logSpread } from '#experiment/lessons/logSpread.ts';

/** One matrix at every step, as in a recurrent network: a rate of its own for every network. */
export const sameMatrix: Lesson<{
  depth: number;
  width: number;
  /** How many layers it walks like new matrices. */
  alike: number;
  newSpread: number;
  newLogSpread: number;
  /** Standard deviation of ln Z at the end, to two digits; measured, for which there is no formula. */
  ownSpread: number;
  /** The same as a factor of one network’s norm, to one digit. */
  ownFactor: number;
}> = {
  patch: { f: 'linear', depth: 200, width: 100, gain: 'lecun', tied: 1, walks: 100 },
  onward: { view: 'walk', contrast: 1 },
  isAboutVariance: true,
  numbers(experiment, { endOf }) {
    const { variance } = endOf({ ...experiment, tied: 0 });
    const ownSpread = 14;
    return {
      depth: experiment.depth,
      width: experiment.width,
      alike: Math.floor(Math.sqrt(experiment.width)),
      newSpread: Math.sqrt(variance),
      newLogSpread: logSpread(variance),
      ownSpread,
      ownFactor: Number(Math.exp(ownSpread / 2).toPrecision(1)),
    };
  },
};
