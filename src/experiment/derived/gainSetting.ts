import type { Experiment } from '#experiment/experiment.ts';
import type { GainSetting } from '#theory/driftPerLayer.ts';
import { settingsOf } from './settingsOf.ts';

/** What the best gain of an experiment depends on, in theory's words. */
export function gainSetting(experiment: Experiment): GainSetting {
  return settingsOf(experiment, ['f', 'weights', 'depth', 'width', 'input', 'bias']);
}
