import {
  blocksOf,
  emptyWeights,
  matrixCount,
  type NetworkShape,
  type NetworkWeights,
} from '#engine/train/network.ts';
import { quadsOf } from './quads.ts';

/** How many floats the kernels' parameter buffer has: layer by layer, rows of whole quads, biases as the last row. */
export function paddedLength(shape: NetworkShape): number {
  const { inputs, width, outputs } = shape;
  const [hidden, last] = [4 * quadsOf(width), 4 * quadsOf(outputs)];
  return (inputs + 1) * hidden + matrixCount(shape) * (width + 1) * hidden + (width + 1) * last;
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
  const weights = emptyWeights(shape);
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
