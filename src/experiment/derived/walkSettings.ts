import type { WalkSettings } from '#engine/walk/protocol.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { resolvedGain } from '#experiment/gains.ts';
import { effectiveSampling } from './effectiveSampling.ts';
import { oncePer } from './oncePer.ts';
import { restartKeys, settingsOf } from './settingsOf.ts';

const walkKeys = restartKeys('walk');

/** The engine's settings of an experiment: the same choices with the gain as a number, and as they can be walked. */
export function walkSettings(experiment: Experiment, found: FoundGains): WalkSettings {
  const { sampler, residual, tied, norm } = effectiveSampling(experiment);
  return {
    ...settingsOf(experiment, walkKeys),
    gain: resolvedGain(experiment, found),
    sampler,
    residual,
    tied,
    norm,
    widths: null,
    scaling: 'fanin',
  };
}

/** Equal for equal settings: two experiments with one key have the same walks. Worked out once for each run's settings. */
export const settingsKey = oncePer((settings: WalkSettings): string => JSON.stringify(settings));
