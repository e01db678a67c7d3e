/** Sizes of a trained network: input layer, D hidden matrices, output layer (docs/MODEL.md, "Training"). */
export interface NetworkShape {
  readonly inputs: number;
  /** N. */
  readonly width: number;
  /** D. */
  readonly depth: number;
  readonly outputs: number;
}

/**
 * The trained numbers of a network, or a gradient of the same shape. Matrices are stored input-major: entry
 * (from unit j to unit i) at j * out + i. The gain is part of the weights.
 */
export interface NetworkWeights {
  /** [inputs, width] */
  readonly input: Float32Array;
  /** [width] */
  readonly inputBias: Float32Array;
  /** [depth, width, width] */
  readonly hidden: Float32Array;
  /** [depth, width] */
  readonly hiddenBias: Float32Array;
  /** [width, outputs] */
  readonly output: Float32Array;
  /** [outputs] */
  readonly outputBias: Float32Array;
}

/** A network on its way, as any of the ways to train can take it up. */
export interface TrainState {
  readonly weights: NetworkWeights;
  /** The optimiser's moments in the shape of the weights: none (sgd), the velocity (momentum), mean and square (adam). */
  readonly moments: readonly NetworkWeights[];
  /** Updates made so far, from which Adam's bias corrections follow. */
  readonly updates: number;
}

/** How many numbers of a network are trained. */
export function parameterCount({ inputs, width, depth, outputs }: NetworkShape): number {
  return (inputs + 1) * width + depth * (width + 1) * width + (width + 1) * outputs;
}

/** Products of a weight and a signal in one pass of one sample. */
export function productsOf({ inputs, width, depth, outputs }: NetworkShape): number {
  return inputs * width + depth * width * width + width * outputs;
}
