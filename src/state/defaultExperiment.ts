import type { Experiment } from './experiment.ts';
import { parameters } from './parameters.ts';

/** What an empty link means. */
export const defaultExperiment: Experiment = {
  v: parameters.v.default,
  view: parameters.view.default,
  f: parameters.f.default,
  depth: parameters.depth.default,
  width: parameters.width.default,
  gain: parameters.gain.default,
  weights: parameters.weights.default,
  pass: parameters.pass.default,
  ensemble: parameters.ensemble.default,
  walks: parameters.walks.default,
  input: parameters.input.default,
  bias: parameters.bias.default,
  seed: parameters.seed.default,
  data: parameters.data.default,
  task: parameters.task.default,
  batch: parameters.batch.default,
  rate: parameters.rate.default,
  momentum: parameters.momentum.default,
  optimizer: parameters.optimizer.default,
  decay: parameters.decay.default,
  steps: parameters.steps.default,
  outgain: parameters.outgain.default,
  backend: parameters.backend.default,
  theme: parameters.theme.default,
  run: parameters.run.default,
};
