import type { WalkSettings } from '#engine/walk/protocol.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { resolvedGain } from '#experiment/gains.ts';
import { effectiveSampling } from './effectiveSampling.ts';

/** The engine's settings of an experiment: the same choices with the gain as a number. */
export function walkSettings(experiment: Experiment, found: FoundGains): WalkSettings {
  const { f, weights, pass, ensemble, depth, width, input, bias, seed, walks } = experiment;
  const { sampler, residual } = effectiveSampling(experiment);
  return {
    nonlinearity: f,
    weights,
    pass,
    ensemble,
    sampler,
    depth,
    width,
    gain: resolvedGain(experiment, found),
    inputScale: input,
    biasDeviation: bias,
    residual,
    widths: null,
    scaling: 'fanin',
    seed,
    walks,
  };
}

/** Equal for equal settings: two experiments with one key have the same walks. */
export function settingsKey(settings: WalkSettings): string {
  return JSON.stringify(settings);
}
