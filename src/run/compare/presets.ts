import type { Experiment } from '#experiment/experiment.ts';

/** What an experiment may be set against at one click. */
export const presetNames = ['gain', 'nonlinearity', 'weights', 'tied', 'shape'] as const;
export type PresetName = (typeof presetNames)[number];

/** The others of two choices: both, where the experiment has neither. */
const others = <K extends keyof Experiment>(
  experiment: Experiment,
  key: K,
  choices: readonly Experiment[K][],
) =>
  choices
    .filter((choice) => choice !== experiment[key])
    .map((choice) => ({ [key]: choice }) as Partial<Experiment>);

/** P = D N^2 spent on a quarter of the layers and twice the units, and on four times the layers and half the units, as far as the ranges go. */
function shapes({ depth, width }: Experiment): Partial<Experiment>[] {
  const wide = { depth: Math.round(depth / 4), width: 2 * width };
  const deep = { depth: 4 * depth, width: Math.round(width / 2) };
  return [wide, deep].filter((shape) => shape.depth >= 1 && shape.depth <= 1000 && shape.width <= 1024);
}

const presets: Readonly<Record<PresetName, (experiment: Experiment) => readonly Partial<Experiment>[]>> = {
  gain: (experiment) => others(experiment, 'gain', ['auto', 'he']),
  nonlinearity: (experiment) => others(experiment, 'f', ['linear', 'relu']),
  weights: (experiment) => others(experiment, 'weights', ['gaussian', 'orthogonal']),
  tied: (experiment) => others(experiment, 'tied', [0, 1]),
  shape: shapes,
};

/** The experiments that a preset sets beside one. */
export const presetExperiments = (name: PresetName, experiment: Experiment): readonly Experiment[] =>
  presets[name](experiment).map((patch) => ({ ...experiment, ...patch }));
