import { ensembleNames, samplerNames } from '#engine/walk/protocol.ts';
import { gainNames } from '#theory/namedGain.ts';
import { nonlinearityNames } from '#theory/nonlinearity.ts';
import { normNames } from '#theory/norm.ts';
import { passNames } from '#theory/pass.ts';
import { weightLawNames } from '#theory/weightLaw.ts';
import type { ParameterRows } from './parameter.ts';

/** Wide enough for weights of standard deviation 1 at every width: gain 32 at N = 1024. */
export const smallestGain = 0.001;
export const largestGain = 1000;
export const largestSeed = 2 ** 32 - 1;

/** The network and its walks. */
export const networkRows = {
  f: {
    label: 'nonlinearity',
    unit: '',
    default: 'linear',
    values: { kind: 'name', names: nonlinearityNames },
    help: 'The function f that every hidden unit applies to its pre-activation.',
    restarts: ['walk', 'train', 'sweep'],
    setting: 'nonlinearity',
    hideable: true,
  },
  depth: {
    label: 'depth',
    unit: 'layers',
    default: 500,
    values: { kind: 'whole', low: 1, high: 1000 },
    help: 'D, how many layers the gradient travels through.',
    slider: {
      scale: { kind: 'power', power: 0.5 },
      rounding: 'whole',
      step: { kind: 'add', small: 1, large: 10 },
    },
    restarts: ['walk', 'train', 'sweep'],
    hideable: true,
  },
  width: {
    label: 'width',
    unit: 'units',
    default: 100,
    values: { kind: 'whole', low: 1, high: 1024 },
    help: 'N, how many units every layer has. A layer’s fan-in is its width.',
    slider: { scale: { kind: 'log' }, rounding: 'whole', step: { kind: 'add', small: 1, large: 10 } },
    restarts: ['walk', 'train', 'sweep'],
    hideable: true,
  },
  gain: {
    label: 'gain',
    unit: '',
    default: 'auto',
    values: { kind: 'numberOrName', low: smallestGain, high: largestGain, names: gainNames },
    help: 'g, the factor in front of every weight matrix. Each weight has variance g²/N.',
    restarts: ['walk', 'train', 'sweep'],
    hideable: true,
  },
  weights: {
    label: 'weights',
    unit: '',
    default: 'gaussian',
    values: { kind: 'name', names: weightLawNames },
    help: 'The distribution that the weights are drawn from at initialisation.',
    restarts: ['walk', 'train', 'sweep'],
    hideable: true,
  },
  pass: {
    label: 'pass',
    unit: '',
    default: 'backward',
    values: { kind: 'name', names: passNames },
    help: 'Whose log-norm is walked: the gradient’s (backward), the activation’s (forward), or each layer’s weight gradient.',
    restarts: ['walk'],
    hideable: true,
  },
  ensemble: {
    label: 'ensemble',
    unit: '',
    default: 'networks',
    values: { kind: 'name', names: ensembleNames },
    help: 'A new network for every walk, or one network with a new input and error for every walk.',
    restarts: ['walk'],
    hideable: true,
  },
  sampler: {
    label: 'sampler',
    unit: '',
    default: 'matrices',
    values: { kind: 'name', names: samplerNames },
    help: 'Real matrices, or their exact law without a matrix: the same walks in law, at a cost that grows with width, not with its square.',
    restarts: ['walk', 'sweep'],
    hideable: true,
  },
  walks: {
    label: 'walks',
    unit: '',
    default: 200,
    values: { kind: 'whole', low: 1, high: 100_000 },
    help: 'How many walks are made. The error bars shrink with the square root of their number.',
    slider: { scale: { kind: 'log' }, rounding: 'count', step: { kind: 'add', small: 1, large: 100 } },
    restarts: ['walk', 'sweep'],
    hideable: true,
  },
  input: {
    label: 'input scale',
    unit: '',
    default: 1,
    values: { kind: 'number', low: 0.001, high: 1000 },
    help: 's, the standard deviation of the first pre-activations.',
    slider: {
      scale: { kind: 'log' },
      rounding: { digits: 2 },
      step: { kind: 'multiply', small: 1.1, large: 2 },
    },
    restarts: ['walk', 'train', 'sweep'],
    setting: 'inputScale',
    hideable: true,
  },
  bias: {
    label: 'bias',
    unit: '',
    default: 0,
    values: { kind: 'number', low: 0, high: 10 },
    help: 'The standard deviation of the random biases; 0 for none.',
    slider: {
      scale: { kind: 'power', power: 0.4 },
      rounding: { digits: 2 },
      step: { kind: 'add', small: 0.01, large: 0.1 },
    },
    restarts: ['walk', 'train', 'sweep'],
    setting: 'biasDeviation',
    hideable: true,
  },
  residual: {
    label: 'residual',
    unit: '',
    default: 0,
    values: { kind: 'number', low: 0, high: 10 },
    help: 'Alpha, the weight of each branch in h + alpha f(a); 0 for a plain network without residual branches.',
    slider: {
      scale: { kind: 'power', power: 0.3 },
      rounding: { digits: 2 },
      step: { kind: 'add', small: 0.01, large: 0.1 },
    },
    restarts: ['walk', 'train', 'sweep'],
    hideable: true,
  },
  tied: {
    label: 'tied weights',
    unit: '',
    default: 0,
    values: { kind: 'whole', low: 0, high: 1 },
    help: '1 for a recurrent network: the same weights and biases in every layer; 0 for new ones.',
    restarts: ['walk', 'train', 'sweep'],
    hideable: true,
  },
  norm: {
    label: 'normalisation',
    unit: '',
    default: 'none',
    values: { kind: 'name', names: normNames },
    help: 'What activations are divided by before the matrix: nothing, their root mean square, or, their mean taken off, their deviation.',
    restarts: ['walk', 'train', 'sweep'],
    hideable: true,
  },
  seed: {
    label: 'seed',
    unit: '',
    default: 1,
    values: { kind: 'whole', low: 0, high: largestSeed },
    help: 'The root of every random number: the same seed gives the same walks.',
    restarts: ['walk', 'train', 'sweep'],
    hideable: true,
  },
} as const satisfies ParameterRows;
