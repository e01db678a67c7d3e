import type { Experiment } from '#experiment/experiment.ts';
import type { GainSetting } from '#theory/driftPerLayer.ts';

/** What the best gain of an experiment depends on, in theory's words. */
export function gainSetting({ f, weights, depth, width, input, bias }: Experiment): GainSetting {
  return { nonlinearity: f, weights, depth, width, inputScale: input, biasDeviation: bias };
}
