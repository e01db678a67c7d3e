import { reluCorrelations } from '#theory/correlationMap.ts';
import type { Lesson } from './lesson.ts';
import { logSpread } from './logSpread.ts';

/** What the right gain does not fix: one network treats all its inputs alike. */
export const alignedInputs: Lesson<{
  depth: number;
  width: number;
  logSpread: number;
  cosineAt5: number;
  cosineAt100: number;
}> = {
  patch: { f: 'relu', depth: 500, width: 100, ensemble: 'inputs', walks: 100 },
  onward: { view: 'walk' },
  numbers(experiment, { endOf }) {
    const cosines = reluCorrelations(100);
    return {
      depth: experiment.depth,
      width: experiment.width,
      logSpread: logSpread(endOf(experiment).variance),
      cosineAt5: cosines[5] ?? Number.NaN,
      cosineAt100: cosines[100] ?? Number.NaN,
    };
  },
};
