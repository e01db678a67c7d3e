import type { Experiment } from '#experiment/experiment.ts';

/** Experiments of all kinds, small enough to be worked out at once. */
export const sweepExperiments: Readonly<Record<string, Partial<Experiment>>> = {
  'the default': {},
  'narrow ReLU': { f: 'relu', depth: 30, width: 10, walks: 50 },
  'deep and wide ReLU by He': {
    f: 'relu',
    depth: 800,
    width: 600,
    walks: 2000,
    gain: 'he',
    budget: 9_000_000,
  },
  'tanh with biases': { f: 'tanh', depth: 12, width: 16, walks: 40, input: 0.7, bias: 0.1 },
  'GELU without matrices': { f: 'gelu', depth: 8, width: 8, walks: 40, sampler: 'free' },
  'orthogonal leaky ReLU, encoding': {
    f: 'leaky',
    weights: 'orthogonal',
    depth: 25,
    width: 12,
    widths: [30, 5, 9, 4],
    scaling: 'fanout',
    gain: 1.2,
    task: 'encode',
    optimizer: 'adam',
    steps: 900,
    budget: 20_000,
  },
  'sigmoid of signs, with what sweeps do not use': {
    f: 'sigmoid',
    weights: 'sign',
    depth: 110,
    width: 12,
    walks: 40,
    residual: 0.3,
    pass: 'forward',
    ensemble: 'inputs',
    data: 'spirals',
    batch: 16,
    steps: 60,
    seed: 4_000_000_000,
  },
};
