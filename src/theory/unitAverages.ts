/** Averages over a unit whose pre-activation a is N(0, v), F = E f^2 and C = E f'^2; none of them has a scale. */
export interface UnitAverages {
  /** E f / sqrt(v). */
  readonly meanOverDeviation: number;
  /** ln(F/v). */
  readonly logGrowth: number;
  /** d ln F / d ln v. */
  readonly growthSlope: number;
  /** v^2 F''/F. */
  readonly growthBend: number;
  /** ln C. */
  readonly logSlope: number;
  /** d ln C / d ln v. */
  readonly slopeSlope: number;
  /** v^2 C''/C. */
  readonly slopeBend: number;
  /** E f^4/F^2 - 1: N Var ln |h|^2 of a layer, given the one before, to leading order. */
  readonly activationVariance: number;
  /** c = 3 E f'^4/C^2 - 1: N Var ln z to leading order. */
  readonly varianceCoefficient: number;
  /** K/(F C), K = E f^2 f'^2: how much the same units make large activations and large gradients. */
  readonly sharedUnits: number;
  /** E f^2 f'^4/(F C^2). */
  readonly sharedSquares: number;
  /** E u f'. */
  readonly slopeTilt: number;
  /** E f f'^2/(sqrt(v) C). */
  readonly sharedMean: number;
}
