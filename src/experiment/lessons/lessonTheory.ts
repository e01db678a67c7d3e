import { theoryOf } from '#experiment/derived/theoryOf.ts';
import { noFoundGains } from '#experiment/foundGains.ts';
import { namedGains, resolvedGain } from '#experiment/gains.ts';
import type { LessonTheory } from './lesson.ts';

/** Theory alone: a lesson says the same whatever was found on the page before. */
export const lessonTheory: LessonTheory = {
  endOf(experiment) {
    const { mean, variance } = theoryOf(experiment, noFoundGains);
    return {
      mean: mean[experiment.depth] ?? Number.NaN,
      variance: variance?.[experiment.depth] ?? Number.NaN,
    };
  },
  namedGains: (experiment) => namedGains(experiment, noFoundGains),
  gainOf: (experiment) => resolvedGain(experiment, noFoundGains),
};
