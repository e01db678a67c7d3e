import { backendChoices, ensembleNames } from '#engine/protocol.ts';
import { dataNames, optimizerNames, taskNames } from '#engine/trainProtocol.ts';
import { nonlinearityNames } from '#theory/nonlinearity.ts';
import { passNames } from '#theory/pass.ts';
import { weightLawNames } from '#theory/weightLaw.ts';
import { choiceCodec } from './choiceCodec.ts';
import type { Codec } from './codec.ts';
import { type Experiment, type ParameterKey, themeNames, viewNames } from './experiment.ts';
import { gainCodec } from './gainCodec.ts';
import { integerCodec } from './integerCodec.ts';
import { numberCodec } from './numberCodec.ts';

/** One thing the user can choose; the slider, the link, the README's table and the validator are views of it. */
export interface Parameter<T> {
  readonly label: string;
  /** Unit of the value; empty where it is a pure number or a word. */
  readonly unit: string;
  readonly default: T;
  readonly codec: Codec<T>;
  /** One sentence for whoever does not know the word. */
  readonly help: string;
}

/** The link's schema that this app writes. */
export const linkVersion = 1;

export const largestSeed = 2 ** 32 - 1;

/** The one table of parameters, in the order of the link. */
export const parameters: { readonly [K in ParameterKey]: Parameter<Experiment[K]> } = {
  v: {
    label: 'link version',
    unit: '',
    default: linkVersion,
    codec: integerCodec(1, 1_000_000),
    help: 'Version of the link’s schema; a newer one opens with what this app understands.',
  },
  view: {
    label: 'view',
    unit: '',
    default: 'walk',
    codec: choiceCodec(viewNames),
    help: 'Which page the link opens.',
  },
  f: {
    label: 'nonlinearity',
    unit: '',
    default: 'linear',
    codec: choiceCodec(nonlinearityNames),
    help: 'The function f that every hidden unit applies to its pre-activation.',
  },
  depth: {
    label: 'depth',
    unit: 'layers',
    default: 500,
    codec: integerCodec(1, 1000),
    help: 'D, how many layers the gradient travels through.',
  },
  width: {
    label: 'width',
    unit: 'units',
    default: 100,
    codec: integerCodec(1, 1024),
    help: 'N, how many units every layer has. A layer’s fan-in is its width.',
  },
  gain: {
    label: 'gain',
    unit: '',
    default: 'auto',
    codec: gainCodec,
    help: 'g, the factor in front of every weight matrix. Each weight has variance g²/N.',
  },
  weights: {
    label: 'weights',
    unit: '',
    default: 'gaussian',
    codec: choiceCodec(weightLawNames),
    help: 'The distribution that the weights are drawn from at initialisation.',
  },
  pass: {
    label: 'pass',
    unit: '',
    default: 'backward',
    codec: choiceCodec(passNames),
    help: 'Whose log-norm is walked: the gradient’s (backward), the activation’s (forward), or each layer’s weight gradient.',
  },
  ensemble: {
    label: 'ensemble',
    unit: '',
    default: 'networks',
    codec: choiceCodec(ensembleNames),
    help: 'A new network for every walk, or one network with a new input and error for every walk.',
  },
  walks: {
    label: 'walks',
    unit: '',
    default: 200,
    codec: integerCodec(1, 100_000),
    help: 'How many walks are made. The error bars shrink with the square root of their number.',
  },
  input: {
    label: 'input scale',
    unit: '',
    default: 1,
    codec: numberCodec(0.001, 1000),
    help: 's, the standard deviation of the first pre-activations.',
  },
  bias: {
    label: 'bias',
    unit: '',
    default: 0,
    codec: numberCodec(0, 10),
    help: 'The standard deviation of the random biases; 0 for none.',
  },
  seed: {
    label: 'seed',
    unit: '',
    default: 1,
    codec: integerCodec(0, largestSeed),
    help: 'The root of every random number: the same seed gives the same walks.',
  },
  data: {
    label: 'data',
    unit: '',
    default: 'digits',
    codec: choiceCodec(dataNames),
    help: 'What the network is trained on: digits that the app draws itself, real MNIST digits, or points on three spirals.',
  },
  task: {
    label: 'task',
    unit: '',
    default: 'classify',
    codec: choiceCodec(taskNames),
    help: 'Name the class of an input, or squeeze it through the network and give it back.',
  },
  batch: {
    label: 'batch',
    unit: 'samples',
    default: 64,
    codec: integerCodec(1, 1024),
    help: 'How many samples the gradient of one step is averaged over.',
  },
  rate: {
    label: 'learning rate',
    unit: '',
    default: 0.01,
    codec: numberCodec(1e-6, 100),
    help: 'How far one step goes along the gradient. Deep networks bear only small ones.',
  },
  momentum: {
    label: 'momentum',
    unit: '',
    default: 0,
    codec: numberCodec(0, 0.999),
    help: 'The share of the last update that the next one keeps; for Adam that of the mean gradient, where 0 means the usual 0.9.',
  },
  optimizer: {
    label: 'optimiser',
    unit: '',
    default: 'sgd',
    codec: choiceCodec(optimizerNames),
    help: 'How a gradient becomes a step: plain stochastic gradient descent, with momentum, or Adam.',
  },
  decay: {
    label: 'rate decay',
    unit: 'per 1000 steps',
    default: 1,
    codec: numberCodec(0.001, 1),
    help: 'The factor by which the learning rate falls in 1000 steps; 1 keeps it.',
  },
  steps: {
    label: 'steps',
    unit: '',
    default: 1000,
    codec: integerCodec(1, 100_000),
    help: 'How many mini-batches the network is trained on.',
  },
  outgain: {
    label: 'output gain',
    unit: '',
    default: 1,
    codec: numberCodec(0.01, 10),
    help: 'The gain of the output layer; a small one makes the first errors independent of the network.',
  },
  backend: {
    label: 'backend',
    unit: '',
    default: 'auto',
    codec: choiceCodec(backendChoices),
    help: 'What computes; auto takes WebGPU where the browser has it, and for training whatever is faster here.',
  },
  theme: {
    label: 'theme',
    unit: '',
    default: 'system',
    codec: choiceCodec(themeNames),
    help: 'Colours and line weights: paper, dark, or for a projector.',
  },
  run: {
    label: 'run at once',
    unit: '',
    default: 1,
    codec: integerCodec(0, 1),
    help: '1 runs as soon as the link is opened or a setting changes, 0 waits for Run.',
  },
};

export function isParameterKey(key: string): key is ParameterKey {
  return Object.hasOwn(parameters, key);
}

export const parameterKeys: readonly ParameterKey[] = Object.keys(parameters).filter(isParameterKey);
