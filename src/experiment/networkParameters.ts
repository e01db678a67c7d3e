import { ensembleNames, samplerNames } from '#engine/walk/protocol.ts';
import { choiceCodec } from '#experiment/codecs/choiceCodec.ts';
import { gainCodec } from '#experiment/codecs/gainCodec.ts';
import { integerCodec } from '#experiment/codecs/integerCodec.ts';
import { numberCodec } from '#experiment/codecs/numberCodec.ts';
import { nonlinearityNames } from '#theory/nonlinearity.ts';
import { passNames } from '#theory/pass.ts';
import { weightLawNames } from '#theory/weightLaw.ts';
import type { ParameterRows } from './parameter.ts';

export const largestSeed = 2 ** 32 - 1;

/** The network and its walks. */
export const networkParameters: ParameterRows<
  | 'f'
  | 'depth'
  | 'width'
  | 'gain'
  | 'weights'
  | 'pass'
  | 'ensemble'
  | 'sampler'
  | 'walks'
  | 'input'
  | 'bias'
  | 'residual'
  | 'seed'
> = {
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
  sampler: {
    label: 'sampler',
    unit: '',
    default: 'matrices',
    codec: choiceCodec(samplerNames),
    help: 'Real matrices, or their exact law without a matrix: the same walks in law, at a cost that grows with width, not with its square.',
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
  residual: {
    label: 'residual',
    unit: '',
    default: 0,
    codec: numberCodec(0, 10),
    help: 'Alpha, the weight of each branch in h + alpha f(a); 0 for a plain network without residual branches.',
  },
  seed: {
    label: 'seed',
    unit: '',
    default: 1,
    codec: integerCodec(0, largestSeed),
    help: 'The root of every random number: the same seed gives the same walks.',
  },
};
