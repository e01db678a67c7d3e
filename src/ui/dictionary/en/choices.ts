import type { Experiment, ParameterKey } from '#experiment/experiment.ts';
import { languages } from '#experiment/language.ts';

/** A text for each value of a parameter. */
export type Choices<K extends ParameterKey> = Readonly<Record<Extract<Experiment[K], string>, string>>;

/** What the values of parameters are called, in English. */
export const choices = {
  f: {
    linear: 'linear',
    relu: 'ReLU',
    leaky: 'leaky ReLU',
    tanh: 'tanh',
    sigmoid: 'sigmoid',
    erf: 'erf',
    selu: 'SELU',
    gelu: 'GELU',
    swish: 'swish',
  } satisfies Choices<'f'>,
  weights: {
    gaussian: 'Gaussian',
    uniform: 'uniform',
    orthogonal: 'orthogonal',
    sign: '±1',
  } satisfies Choices<'weights'>,
  pass: {
    backward: 'gradient (backward)',
    forward: 'activation (forward)',
    weights: 'weight gradient',
  } satisfies Choices<'pass'>,
  ensemble: {
    networks: 'a new network each',
    inputs: 'one network for all',
  } satisfies Choices<'ensemble'>,
  sampler: {
    matrices: 'real matrices',
    free: 'matrix-free, exact in law',
  } satisfies Choices<'sampler'>,
  norm: {
    none: 'none',
    rms: 'root mean square (RMS)',
    layer: 'layer norm',
  } satisfies Choices<'norm'>,
  scaling: {
    fanin: 'by fan-in',
    fanout: 'by fan-out',
  } satisfies Choices<'scaling'>,
  lang: { auto: 'as the browser', ...languages } satisfies Choices<'lang'>,
  theme: {
    system: 'as the system',
    light: 'light',
    dark: 'dark',
    projector: 'projector',
  } satisfies Choices<'theme'>,
  data: {
    digits: 'drawn digits',
    mnist: 'MNIST',
    phones: 'phones',
    spirals: 'spirals',
    own: 'my own',
  } satisfies Choices<'data'>,
  task: {
    classify: 'classify',
    encode: 'auto-encode',
  } satisfies Choices<'task'>,
  optimizer: {
    sgd: 'SGD',
    momentum: 'SGD with momentum',
    adam: 'Adam',
  } satisfies Choices<'optimizer'>,
  gain: {
    auto: 'g*',
    paper: 'paper',
    he: 'He',
    lecun: '1',
    wrong: 'g/N',
  } satisfies Choices<'gain'>,
} as const;

/** What a sentence calls the data that a network learns. */
export const dataPhrases = {
  digits: 'drawn digits',
  mnist: 'MNIST digits',
  phones: 'the phones of synthetic speech',
  spirals: 'the arm of a spiral',
  own: 'data of your own',
} satisfies Choices<'data'>;
