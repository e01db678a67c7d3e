import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { layerMatrix } from './layerMatrix.ts';
import type { RateSettings } from './protocol.ts';

/**
 * What ln Z of one linear network with one matrix in every layer comes to grow by in a layer: 2 ln|lambda_1|, lambda_1 being the largest
 * eigenvalue of g W, with branches of 1 + alpha g W. Source: docs/MODEL.md, "Tied weights".
 */
export function ownRate(settings: RateSettings, network: number): number {
  const { weights, residual } = settings;
  const matrix = new Matrix(layerMatrix(settings, weights, 1, network).map((row) => Array.from(row)));
  const { realEigenvalues, imaginaryEigenvalues } = new EigenvalueDecomposition(matrix, {
    assumeSymmetric: false,
  });
  let square = 0;
  for (const [i, real] of realEigenvalues.entries()) {
    const along = residual > 0 ? 1 + residual * real : real;
    const across = (residual > 0 ? residual : 1) * (imaginaryEigenvalues[i] ?? 0);
    square = Math.max(square, along ** 2 + across ** 2);
  }
  return Math.log(square);
}
