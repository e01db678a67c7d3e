import type { Lesson } from './lesson.ts';
import { logSpread } from './logSpread.ts';

/** One matrix stretches a vector by chance. */
export const oneMatrix: Lesson<{ width: number; logSpread: number; wideLogSpread: number }> = {
  patch: { f: 'linear', depth: 1, width: 16, gain: 'lecun', walks: 2000 },
  onward: { view: 'walk' },
  numbers: (experiment, { endOf }) => ({
    width: experiment.width,
    logSpread: logSpread(endOf(experiment).variance),
    wideLogSpread: logSpread(endOf({ ...experiment, width: 16 * experiment.width }).variance),
  }),
};
