import { shallow } from 'zustand/vanilla/shallow';
import type { TrainSettings } from '#engine/train/trainSettings.ts';
import { changedKeys, trainSettings } from '#experiment/derived/trainSettings.ts';
import type { Experiment, ParameterKey } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { openSearch } from '#experiment/gains.ts';

/** What is trained: the experiment, and the engine's settings of it. */
export interface TrainPlan {
  readonly experiment: Experiment;
  readonly settings: TrainSettings;
  /** Whether the gain is one that walks are still to find: until then it is mean field's. */
  readonly isGainSought: boolean;
}

/** Why a run was begun anew: settings that were changed, or the best gain, which was found meanwhile. */
export type PlanChange = ParameterKey | 'bestGain';

export const trainPlan = (experiment: Experiment, found: FoundGains, speed: number): TrainPlan => ({
  experiment,
  settings: trainSettings(experiment, found, speed),
  isGainSought: openSearch(experiment, found) !== null,
});

/** Of the walk's spread by chance, what a gain may move its end by and still count as the same. */
const slackOfSpread = 0.1;

/**
 * The change of ln g that no run is begun anew for: over D layers it moves ln Z by 2 D of itself, a tenth of the standard
 * deviation sqrt(2 D / N) that chance gives the walk of a Gaussian network, even a linear one.
 */
const gainSlack = ({ depth, width }: TrainSettings) =>
  (slackOfSpread * Math.sqrt((2 * depth) / width)) / (2 * depth);

/** Whether two plans have the same gain: the same number, or one name whose number was found more exactly since. */
function isSameGain(a: TrainPlan, b: TrainPlan): boolean {
  const change = Math.abs(Math.log(a.settings.gain / b.settings.gain));
  return change === 0 || (a.experiment.gain === b.experiment.gain && change <= gainSlack(a.settings));
}

/** Settings without what may change while a run goes on, and the gain. */
const fixedOf = ({ rate, momentum, steps, speed, gain, ...fixed }: TrainSettings) => fixed;

/** Whether two plans are the same run, tuned or not. */
export function isSameRun(a: TrainPlan, b: TrainPlan): boolean {
  return (
    a.experiment.backend === b.experiment.backend &&
    shallow(fixedOf(a.settings), fixedOf(b.settings)) &&
    isSameGain(a, b)
  );
}

/** What a plan differs in from another, as a run must be begun anew for it. */
export function changesBetween(before: TrainPlan, after: TrainPlan): readonly PlanChange[] {
  const changed = changedKeys(after.experiment, before.experiment);
  // A named gain may have been found more exactly since.
  return changed.length === 0 && before.settings.gain !== after.settings.gain ? ['bestGain'] : changed;
}
