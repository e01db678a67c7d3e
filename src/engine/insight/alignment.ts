import { gaussianVector, layerMatrix } from './layerMatrix.ts';
import type { InsightSettings } from './protocol.ts';
import { activated, alignmentOf, preActivation, rescaled, type Signal } from './signal.ts';

/** |cos| between what two inputs make of one network: activations at d, gradients k layers back; [depth + 1]. */
export interface Alignment {
  readonly activation: Float64Array;
  readonly gradient: Float64Array;
}

/** delta one layer down: f'(a) times the transposed matrix. */
function backwards(matrix: readonly Float64Array[], delta: Float64Array, slope: Float64Array): Float64Array {
  const sums = new Float64Array(delta.length);
  for (const [i, row] of matrix.entries()) {
    const d = delta[i] ?? 0;
    for (let j = 0; j < row.length; j++) sums[j] = (sums[j] ?? 0) + (row[j] ?? 0) * d;
  }
  return rescaled(
    sums.map((sum, j) => sum * (slope[j] ?? 0)),
    0,
  ).x;
}

/**
 * Two independent inputs a_0 and two independent delta_D through one network (docs/MODEL.md, "What the right gain does
 * not fix"). Yields after every layer, so that the caller can yieldToEventLoop; the generator's result is the alignment.
 */
export function* alignment(settings: InsightSettings, network: number): Generator<number, Alignment> {
  const { nonlinearity, weights, depth, inputScale, biasDeviation } = settings;
  const inputs = [0, 1];
  let signals: Signal[] = inputs.map((input) => ({
    x: gaussianVector(settings, 'inputs', 2 * network + input, 1),
    logScale: Math.log(inputScale),
  }));
  const slopes: Float64Array[][] = [];
  const found = { activation: new Float64Array(depth + 1), gradient: new Float64Array(depth + 1) };
  const between = ([one, other]: readonly Float64Array[]) =>
    one && other ? alignmentOf(one, other) : Number.NaN;
  for (let d = 0; d <= depth; d++) {
    if (d > 0) {
      const matrix = layerMatrix(settings, weights, d, network);
      const bias =
        biasDeviation > 0
          ? gaussianVector(settings, 'biases', d, network).map((entry) => biasDeviation * entry)
          : null;
      signals = signals.map((h) => preActivation(matrix, h, bias));
    }
    const units = signals.map((a) => activated(nonlinearity, a));
    slopes.push(units.map(({ slope }) => slope));
    signals = units.map(({ h }) => h);
    found.activation[d] = between(signals.map(({ x }) => x));
    yield d;
  }
  let deltas = inputs.map((input) => gaussianVector(settings, 'deltas', 2 * network + input, 1));
  found.gradient[0] = between(deltas);
  for (let k = 1; k <= depth; k++) {
    const matrix = layerMatrix(settings, weights, depth - k + 1, network);
    deltas = deltas.map((delta, i) => backwards(matrix, delta, slopes[depth - k]?.[i] ?? delta));
    found.gradient[k] = between(deltas);
    yield depth + k;
  }
  return found;
}
