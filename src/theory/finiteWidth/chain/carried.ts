/** Mean and variance of the sum of a walk's steps so far and of rho^2, and their covariance, at each point of a layer. */
export interface Carried {
  readonly sum: Float64Array;
  readonly variance: Float64Array;
  readonly square: Float64Array;
  readonly squareVariance: Float64Array;
  readonly covariance: Float64Array;
}
