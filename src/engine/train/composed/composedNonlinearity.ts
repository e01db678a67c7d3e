import { add, erf, leakyRelu, mul, relu, selu, sigmoid, type Tensor2D, tanh } from '@tensorflow/tfjs-core';
import { leakySlope, type Nonlinearity } from '#theory/nonlinearity.ts';

/** The nine nonlinearities as TensorFlow.js operations, elementwise. */
export const composedNonlinearities: Readonly<Record<Nonlinearity, (a: Tensor2D) => Tensor2D>> = {
  linear: (a) => a,
  relu: (a) => relu(a),
  leaky: (a) => leakyRelu(a, leakySlope),
  tanh: (a) => tanh(a),
  sigmoid: (a) => sigmoid(a),
  erf: (a) => erf(a),
  selu: (a) => selu(a),
  gelu: (a) => mul(mul(a, 0.5), add(1, erf(mul(a, Math.SQRT1_2)))),
  swish: (a) => mul(a, sigmoid(a)),
};
