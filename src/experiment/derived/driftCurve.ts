import type { Experiment } from '#experiment/experiment.ts';
import { driftPerLayer, type GainSetting } from '#theory/driftPerLayer.ts';
import { effectiveSampling } from './effectiveSampling.ts';
import { gainSetting } from './gainSetting.ts';
import { memoizeLast } from './memoizeLast.ts';

interface CurveQuestion {
  readonly setting: GainSetting;
  readonly gains: readonly number[];
}

const remembered = memoizeLast(({ setting, gains }: CurveQuestion) =>
  gains.map((gain) => driftPerLayer(setting, gain)),
);

const settingOf = (experiment: Experiment): GainSetting => ({
  ...gainSetting(experiment),
  residual: effectiveSampling(experiment).residual,
});

/** Drift of ln |delta|^2 a layer at each gain, for an experiment's other settings. */
export function driftCurve(experiment: Experiment, gains: readonly number[]): readonly number[] {
  return remembered({ setting: settingOf(experiment), gains });
}

/** The drift at one gain. */
export function driftAt(experiment: Experiment, gain: number): number {
  return driftPerLayer(settingOf(experiment), gain);
}
