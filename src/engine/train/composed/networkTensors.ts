import type { Tensor } from '@tensorflow/tfjs-core';

/** The tensors of a network, matrices as [from, to] and biases as [1, to]. */
export interface NetworkTensors<T extends Tensor = Tensor> {
  readonly input: T;
  readonly inputBias: T;
  /** Of the D hidden layers, from the input on; a single one of tied layers. */
  readonly hidden: readonly T[];
  readonly hiddenBias: readonly T[];
  readonly output: T;
  readonly outputBias: T;
}
