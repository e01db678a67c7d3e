import type { LineGrid, Places } from './lineGrid.ts';

/** A layer whose v is known: what it does to the activations that leave it and to the gradient that lands in it. */
export interface ChainPoint {
  /** ln p = ln v + growth + activationNoise z, z ~ N(0, 1); p = |h|^2/N. */
  readonly growth: number;
  readonly activationNoise: number;
  /** ln of the gradient's step has this mean and variance for an independent rho ~ N(0, 1); given z, its mean has gradientSlope z more. */
  readonly step: number;
  readonly gradientVariance: number;
  readonly gradientSlope: number;
  /** The step's factor is 1 + (rho^2 - 1) pull on average, and its variance at rho^2 has (rho^2 - 1) crossed - 2 pull^2 more. */
  readonly pull: number;
  readonly crossed: number;
  /** rho' ^2 = (rho sqrt(keeps) + sqrt(renews) y)^2 over the step's factor. */
  readonly keeps: number;
  readonly renews: number;
}

/** Where the noises lead from the points, [points, noises]: ln p of this layer, and the place in the next layer's row. */
export interface Landings {
  readonly logActivation: Float64Array;
  /** p over what it is on average. */
  readonly own: Float64Array;
  readonly places: Places;
}

/** A layer as a row of points in ln v, and the law of v on them. */
export interface ChainLayer {
  readonly grid: LineGrid;
  readonly points: readonly ChainPoint[];
  /** Probability of each point; may dip below zero: integrals of smooth functions are right. */
  readonly mass: Float64Array;
  /** E(ln p_0; the point). */
  readonly startMass: Float64Array;
  readonly landings: Landings;
  /** What the squares of the weights' entries add to the step that lands here. */
  readonly entryShift: number;
}
