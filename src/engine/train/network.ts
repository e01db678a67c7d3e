import type { Norm } from '#theory/norm.ts';

/** How the layers of a network are joined, apart from their sizes (docs/MODEL.md, "Training"). */
export interface NetworkKind {
  /** Whether all hidden layers share one matrix and one vector of biases. */
  readonly tied: boolean;
  /** alpha of the branches h + alpha f(a); 0 for a network without. */
  readonly residual: number;
  /** What is done to activations before a matrix reads them. */
  readonly norm: Norm;
}

/** A network whose layers follow one another. */
export const plainKind: NetworkKind = { tied: false, residual: 0, norm: 'none' };

/** A trained network: input layer, D hidden layers, output layer. */
export interface NetworkShape extends NetworkKind {
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
  /** [matrices, width, width], `matrixCount` of them */
  readonly hidden: Float32Array;
  /** [matrices, width] */
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

/** How many hidden matrices, each with its biases, a network has. */
export const matrixCount = ({ tied, depth }: NetworkShape): number => (tied ? 1 : depth);

/** Which of its hidden matrices layer d = 1..D has, counted from 0. */
export const matrixOf = ({ tied }: NetworkShape, layer: number): number => (tied ? 0 : layer - 1);

/** How many numbers of a network are trained. */
export function parameterCount(shape: NetworkShape): number {
  const { inputs, width, outputs } = shape;
  return (inputs + 1) * width + matrixCount(shape) * (width + 1) * width + (width + 1) * outputs;
}

/** Products of a weight and a signal in one pass of one sample. */
export function productsOf({ inputs, width, depth, outputs }: NetworkShape): number {
  return inputs * width + depth * width * width + width * outputs;
}

/** A matrix of a network with its biases; the arrays are views, so that they can be read or written. */
export interface NetworkBlock {
  /** [rows, units] */
  readonly matrix: Float32Array;
  /** [units] */
  readonly bias: Float32Array;
  readonly rows: number;
  readonly units: number;
}

/** The matrices of a network from the input on: those of hidden layers, one where they are tied, are between the first and the last. */
export function blocksOf(shape: NetworkShape, weights: NetworkWeights): NetworkBlock[] {
  const { inputs, width, outputs } = shape;
  const hidden = Array.from({ length: matrixCount(shape) }, (_, d) => ({
    matrix: weights.hidden.subarray(d * width ** 2, (d + 1) * width ** 2),
    bias: weights.hiddenBias.subarray(d * width, (d + 1) * width),
    rows: width,
    units: width,
  }));
  return [
    { matrix: weights.input, bias: weights.inputBias, rows: inputs, units: width },
    ...hidden,
    { matrix: weights.output, bias: weights.outputBias, rows: width, units: outputs },
  ];
}

/** A network of zeros. */
export function emptyWeights(shape: NetworkShape): NetworkWeights {
  const { inputs, width, outputs } = shape;
  const matrices = matrixCount(shape);
  return {
    input: new Float32Array(inputs * width),
    inputBias: new Float32Array(width),
    hidden: new Float32Array(matrices * width ** 2),
    hiddenBias: new Float32Array(matrices * width),
    output: new Float32Array(width * outputs),
    outputBias: new Float32Array(outputs),
  };
}
