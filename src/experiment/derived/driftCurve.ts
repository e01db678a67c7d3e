import type { Experiment } from '#experiment/experiment.ts';
import { driftPerLayer, type GainSetting } from '#theory/driftPerLayer.ts';
import { lateTheory } from '#theory/lateTheory.ts';
import { effectiveSampling } from './effectiveSampling.ts';
import { gainSetting } from './gainSetting.ts';
import { oncePerKey } from './oncePer.ts';

/** The same object for the same setting. */
const known = oncePerKey(JSON.stringify, (setting: GainSetting) => setting);

/** What the drift of an experiment's walks depends on beside the gain: the same while that is all that changes. */
export function driftSetting(experiment: Experiment): GainSetting {
  const { residual, norm } = effectiveSampling(experiment);
  return known({ ...gainSetting(experiment), residual, norm });
}

/** Drift of ln |delta|^2 a layer at each gain. */
export function driftCurve(setting: GainSetting, gains: readonly number[]): readonly number[] {
  return gains.map((gain) => driftPerLayer(setting, gain));
}

/** The drift at one gain. Curves and named gains are asked for again with every move. */
export const driftOf = oncePerKey(
  (at: { readonly setting: GainSetting; readonly gain: number }) =>
    `${lateTheory() !== null} ${JSON.stringify(at)}`,
  ({ setting, gain }) => driftPerLayer(setting, gain),
);

/** The drift of an experiment's walks at one gain. */
export const driftAt = (experiment: Experiment, gain: number): number =>
  driftOf({ setting: driftSetting(experiment), gain });
