import { shallow } from 'zustand/vanilla/shallow';
import type { TrainSettings } from '#engine/train/trainSettings.ts';
import { changedKeys, trainSettings } from '#experiment/derived/trainSettings.ts';
import type { Experiment, ParameterKey } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';

/** What is trained: the experiment, and the engine's settings of it. */
export interface TrainPlan {
  readonly experiment: Experiment;
  readonly settings: TrainSettings;
}

export const trainPlan = (experiment: Experiment, found: FoundGains, speed: number): TrainPlan => ({
  experiment,
  settings: trainSettings(experiment, found, speed),
});

/** Settings without what may change while a run goes on. */
const fixedOf = ({ rate, momentum, steps, speed, ...fixed }: TrainSettings) => fixed;

/** Whether two plans are the same run, tuned or not. */
export function isSameRun(a: TrainPlan, b: TrainPlan): boolean {
  return a.experiment.backend === b.experiment.backend && shallow(fixedOf(a.settings), fixedOf(b.settings));
}

/** The keys in which a plan differs from another, as a run must be begun anew for them. */
export function changesBetween(before: TrainPlan, after: TrainPlan): readonly ParameterKey[] {
  const changed = changedKeys(after.experiment, before.experiment);
  // A named gain may have been found more exactly since.
  return changed.length === 0 && before.settings.gain !== after.settings.gain ? ['gain'] : changed;
}
