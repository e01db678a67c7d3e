import { Matrix, QrDecomposition } from 'ml-matrix';
import type { WeightLaw } from '#theory/weightLaw.ts';
import { gaussianVector, layerMatrix } from './layerMatrix.ts';
import type { InsightSettings } from './protocol.ts';
import { activated, preActivation, type Signal } from './signal.ts';

/** A diagonal entry smaller than this share of the largest is rounding: that axis has ended. */
const nothing = 1e-9;

/**
 * Growth a layer, in ln of lengths, of the axes 1..N of the product of a network's Jacobians f'(a_d) W_d, [width]: the
 * mean over layers of ln |R_ii|, with the axes orthogonalised (QR) after every layer, so that nothing over- or
 * underflows. NaN for an axis that ended, because too few units were on. For deep products these are the logarithms of
 * the singular values over depth (Benettin et al. 1980). Yields after every layer.
 */
export function* stretch(
  settings: InsightSettings,
  weights: WeightLaw,
  network: number,
): Generator<number, Float64Array> {
  const { nonlinearity, depth, width, inputScale, biasDeviation } = settings;
  const sums = new Float64Array(width);
  let axes = Matrix.eye(width);
  const start: Signal = {
    x: gaussianVector(settings, 'inputs', network, 1),
    logScale: Math.log(inputScale),
  };
  let { h } = activated(nonlinearity, start);
  for (let d = 1; d <= depth && axes.columns > 0; d++) {
    const rows = layerMatrix(settings, weights, d, network);
    const bias =
      biasDeviation > 0
        ? gaussianVector(settings, 'biases', d, network).map((entry) => biasDeviation * entry)
        : null;
    const unit = activated(nonlinearity, preActivation(rows, h, bias));
    h = unit.h;
    const jacobian = new Matrix(
      rows.map((row, i) => Array.from(row, (entry) => entry * (unit.slope[i] ?? 0))),
    );
    const factors = new QrDecomposition(jacobian.mmul(axes));
    const lengths = factors.upperTriangularMatrix.diagonal().map(Math.abs);
    const longest = Math.max(...lengths);
    const ended = lengths.findIndex((length) => !(length > nothing * longest));
    const left = ended < 0 ? lengths.length : ended;
    for (let i = 0; i < width; i++)
      sums[i] = i < left ? (sums[i] ?? 0) + Math.log(lengths[i] ?? 0) : Number.NaN;
    if (left === 0) break;
    axes = factors.orthogonalMatrix.subMatrix(0, width - 1, 0, left - 1);
    yield d;
  }
  return sums.map((sum) => sum / depth);
}
