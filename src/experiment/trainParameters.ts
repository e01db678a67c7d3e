import { dataNames, optimizerNames, taskNames } from '#engine/train/protocol.ts';
import { choiceCodec } from '#experiment/codecs/choiceCodec.ts';
import { integerCodec } from '#experiment/codecs/integerCodec.ts';
import { numberCodec } from '#experiment/codecs/numberCodec.ts';
import type { ParameterRows } from './parameter.ts';

/** Training. */
export const trainParameters: ParameterRows<
  'data' | 'task' | 'batch' | 'rate' | 'momentum' | 'optimizer' | 'decay' | 'steps' | 'outgain'
> = {
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
};
