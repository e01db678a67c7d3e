/** Mean and variance of the sum of a walk's steps so far and of rho^2, and their covariance, at each point of a layer. */
export interface Carried {
  readonly sum: Float64Array;
  readonly variance: Float64Array;
  readonly square: Float64Array;
  readonly squareVariance: Float64Array;
  readonly covariance: Float64Array;
}

export function carriedOver(count: number): Carried {
  const row = () => new Float64Array(count);
  return { sum: row(), variance: row(), square: row(), squareVariance: row(), covariance: row() };
}

/** The top: rho_D is N(0, 1), and nothing is added up yet. */
export function carriedAtTop(count: number): Carried {
  const carried = carriedOver(count);
  carried.square.fill(1);
  carried.squareVariance.fill(2);
  return carried;
}
