import type { Lesson } from './lesson.ts';
import { logSpread } from './logSpread.ts';

/** Many matrices multiply, so logs add: a random walk. */
export const logsAdd: Lesson<{
  depth: number;
  stepSpread: number;
  endSpread: number;
  logSpread: number;
}> = {
  patch: { f: 'linear', depth: 100, width: 16, walks: 200 },
  onward: { view: 'walk' },
  numbers: (experiment, { endOf }) => ({
    depth: experiment.depth,
    stepSpread: Math.sqrt(endOf({ ...experiment, depth: 1 }).variance),
    endSpread: Math.sqrt(endOf(experiment).variance),
    logSpread: logSpread(endOf(experiment).variance),
  }),
};
