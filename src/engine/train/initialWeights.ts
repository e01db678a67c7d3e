import { multiplyByHaar } from '#engine/kernels/walkSlice/haarMatrix.ts';
import { gaussianQuad } from '#engine/random/gaussianQuad.ts';
import { pcg4d } from '#engine/random/pcg4d.ts';
import { type Stream, streamKey } from '#engine/random/streams.ts';
import { weightQuads } from '#engine/random/weightQuad.ts';
import { emptyWeights, matrixCount, type NetworkShape, type NetworkWeights } from './network.ts';
import type { TrainSettings } from './trainSettings.ts';

type Initialisation = Pick<
  TrainSettings,
  'weights' | 'gain' | 'inputScale' | 'biasDeviation' | 'outputGain' | 'seed'
>;

/** Fills [from, to] with independent N(0, deviation^2) entries, input-major. */
function fillGaussian(target: Float32Array, from: number, to: number, deviation: number, key: number): void {
  for (let i = 0; i < to; i++) {
    for (let quad = 0; 4 * quad < from; quad++) {
      const entries = gaussianQuad(pcg4d(quad, i, 0, key));
      for (let e = 0; e < 4 && 4 * quad + e < from; e++) {
        target[(4 * quad + e) * to + i] = deviation * (entries[e] ?? 0);
      }
    }
  }
}

/** The walk's matrix of layer d of network 0, times the gain, input-major. */
function fillHidden(target: Float32Array, layer: number, width: number, settings: Initialisation): void {
  const { weights, gain, seed } = settings;
  if (weights === 'orthogonal') {
    const columns = Array.from({ length: width }, (_, j) => {
      const unit = new Float64Array(width);
      unit[j] = gain;
      return unit;
    });
    multiplyByHaar({ width, generator: 'pcg4d', seed, layer, network: 0 }, columns, false);
    for (const [j, column] of columns.entries()) target.set(column, j * width);
    return;
  }
  const quadOf = weightQuads[weights];
  const key = streamKey(seed, 'weights');
  const scale = gain / Math.sqrt(width);
  for (let row = 0; row < width; row++) {
    for (let quad = 0; 4 * quad < width; quad++) {
      const entries = quadOf(pcg4d(quad | (row << 8), layer, 0, key));
      for (let e = 0; e < 4 && 4 * quad + e < width; e++) {
        target[(4 * quad + e) * width + row] = scale * (entries[e] ?? 0);
      }
    }
  }
}

function fillBiases(target: Float32Array, layer: number, width: number, settings: Initialisation): void {
  const key = streamKey(settings.seed, 'biases');
  for (let quad = 0; 4 * quad < width; quad++) {
    const entries = gaussianQuad(pcg4d(quad, layer, 0, key));
    for (let e = 0; e < 4 && 4 * quad + e < width; e++) {
      target[4 * quad + e] = settings.biasDeviation * (entries[e] ?? 0);
    }
  }
}

/**
 * The network at initialisation: hidden matrices are those of the walk's network 0, entry for entry; the input
 * layer has entries of variance s^2/inputs, the output layer of variance (output gain)^2/N, both Gaussian. Tied layers
 * have the matrix of layer 1. Yields after every layer, so that the caller can yieldToEventLoop; the generator's result is the network.
 */
export function* initialWeights(
  shape: NetworkShape,
  settings: Initialisation,
): Generator<number, NetworkWeights> {
  const { inputs, width, outputs } = shape;
  const matrices = matrixCount(shape);
  const key = (stream: Stream) => streamKey(settings.seed, stream);
  const made = emptyWeights(shape);
  fillGaussian(made.input, inputs, width, settings.inputScale / Math.sqrt(inputs), key('inputWeights'));
  fillGaussian(made.output, width, outputs, settings.outputGain / Math.sqrt(width), key('outputWeights'));
  for (let layer = 1; layer <= matrices; layer++) {
    const at = layer - 1;
    fillHidden(made.hidden.subarray(at * width ** 2, layer * width ** 2), layer, width, settings);
    if (settings.biasDeviation > 0) {
      fillBiases(made.hiddenBias.subarray(at * width, layer * width), layer, width, settings);
    }
    yield layer;
  }
  return made;
}

/** `initialWeights` in one go. */
export function initialWeightsAtOnce(shape: NetworkShape, settings: Initialisation): NetworkWeights {
  const making = initialWeights(shape, settings);
  for (;;) {
    const next = making.next();
    if (next.done) return next.value;
  }
}
