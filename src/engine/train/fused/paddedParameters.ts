import { matrixCount, type NetworkShape, type NetworkWeights } from '#engine/train/network.ts';
import { quadsOf } from './quads.ts';

/** How many floats the kernels' parameter buffer has: layer by layer, rows of whole quads, biases as the last row. */
export function paddedLength(shape: NetworkShape): number {
  const { inputs, width, outputs } = shape;
  const [hidden, last] = [4 * quadsOf(width), 4 * quadsOf(outputs)];
  return (inputs + 1) * hidden + matrixCount(shape) * (width + 1) * hidden + (width + 1) * last;
}

interface Block {
  readonly matrix: Float32Array;
  readonly bias: Float32Array;
  readonly rows: number;
  readonly units: number;
}

/** The layers of a network in the buffer's order; the arrays are views, so that they can be read or written. */
function blocksOf(shape: NetworkShape, weights: NetworkWeights): Block[] {
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

/** The parameter buffer's contents for a network; the padding is zero. */
export function padParameters(shape: NetworkShape, weights: NetworkWeights): Float32Array<ArrayBuffer> {
  const padded = new Float32Array(paddedLength(shape));
  let at = 0;
  for (const { matrix, bias, rows, units } of blocksOf(shape, weights)) {
    for (let row = 0; row <= rows; row++) {
      padded.set(row < rows ? matrix.subarray(row * units, (row + 1) * units) : bias, at);
      at += 4 * quadsOf(units);
    }
  }
  return padded;
}

/** The network that a parameter buffer holds. */
export function unpadParameters(shape: NetworkShape, padded: Float32Array): NetworkWeights {
  const { inputs, width, outputs } = shape;
  const matrices = matrixCount(shape);
  const weights: NetworkWeights = {
    input: new Float32Array(inputs * width),
    inputBias: new Float32Array(width),
    hidden: new Float32Array(matrices * width ** 2),
    hiddenBias: new Float32Array(matrices * width),
    output: new Float32Array(width * outputs),
    outputBias: new Float32Array(outputs),
  };
  let at = 0;
  for (const { matrix, bias, rows, units } of blocksOf(shape, weights)) {
    for (let row = 0; row <= rows; row++) {
      const from = padded.subarray(at, at + units);
      if (row < rows) matrix.set(from, row * units);
      else bias.set(from);
      at += 4 * quadsOf(units);
    }
  }
  return weights;
}
