import { driftPerLayer, type GainSetting } from '#theory/driftPerLayer.ts';
import type { Experiment } from './experiment.ts';
import { gainSetting } from './gainSetting.ts';
import { memoizeLast } from './memoizeLast.ts';

interface CurveQuestion {
  readonly setting: GainSetting;
  readonly gains: readonly number[];
}

const remembered = memoizeLast(({ setting, gains }: CurveQuestion) =>
  gains.map((gain) => driftPerLayer(setting, gain)),
);

/** Drift of ln |delta|^2 a layer at each gain, for an experiment's other settings. */
export function driftCurve(experiment: Experiment, gains: readonly number[]): readonly number[] {
  return remembered({ setting: gainSetting(experiment), gains });
}

/** The drift at one gain. */
export function driftAt(experiment: Experiment, gain: number): number {
  return driftPerLayer(gainSetting(experiment), gain);
}
