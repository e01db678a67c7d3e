import type { TrainSettings } from '#engine/train/trainSettings.ts';

/** A small training by plain descent: tests say what they want otherwise. */
export const plainTraining: TrainSettings = {
  nonlinearity: 'relu',
  weights: 'gaussian',
  depth: 6,
  width: 32,
  gain: Math.SQRT2,
  inputScale: 1,
  biasDeviation: 0,
  tied: 0,
  residual: 0,
  norm: 'none',
  outputGain: 1,
  seed: 1,
  data: 'digits',
  own: '',
  task: 'classify',
  batch: 32,
  optimizer: 'sgd',
  decay: 1,
  rate: 0.03,
  momentum: 0,
  steps: 200,
  speed: 0,
};
