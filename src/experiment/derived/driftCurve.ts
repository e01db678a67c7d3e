import type { Experiment } from '#experiment/experiment.ts';
import { driftPerLayer, type GainSetting } from '#theory/driftPerLayer.ts';
import { effectiveSampling } from './effectiveSampling.ts';
import { gainSetting } from './gainSetting.ts';

/** What the drift of an experiment's walks depends on beside the gain. */
export function driftSetting(experiment: Experiment): GainSetting {
  const { residual, norm } = effectiveSampling(experiment);
  return { ...gainSetting(experiment), residual, norm };
}

/** Drift of ln |delta|^2 a layer at each gain. */
export function driftCurve(setting: GainSetting, gains: readonly number[]): readonly number[] {
  return gains.map((gain) => driftPerLayer(setting, gain));
}

/** The drift of an experiment's walks at one gain. */
export function driftAt(experiment: Experiment, gain: number): number {
  return driftPerLayer(driftSetting(experiment), gain);
}
