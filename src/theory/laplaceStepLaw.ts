import type { Cumulants } from './cumulants.ts';
import { eulerGamma } from './logGamma.ts';
import { polygamma } from './polygamma.ts';

/** A value of f'(u)^2 and its probability. */
export interface SquaredSlope {
  readonly square: number;
  readonly probability: number;
}

/** Grid in x = ln t; the integrand is analytic in |Im x| < pi/2, where the trapezoid rule errs by e^(-pi^2/h). */
const gridStep = 0.1;
const gridStart = -55;
const gridEnd = 130;

/** -dL/dx at x = ln t for L(t) = (E (1 + 2 t s)^(-1/2))^N: the density of ln(E/S), E ~ Exp(1). */
function density(slopes: readonly SquaredSlope[], width: number, x: number): number {
  const t = Math.exp(x);
  let kept = 0;
  let lost = 0;
  let fall = 0;
  for (const { square, probability } of slopes) {
    const y = 2 * t * square;
    const root = Math.sqrt(1 + y);
    // 1 - 1/sqrt(1 + y) without cancellation
    lost += probability * (y / (root * (1 + root)));
    kept += probability / root;
    fall += (probability * 0.5 * y) / (root * root * root);
  }
  const log = lost < 0.5 ? Math.log1p(-lost) : Math.log(kept);
  return width * fall * Math.exp((width - 1) * log);
}

/**
 * Cumulants of ln z at unit gain for Gaussian weights and units whose squared slopes are independent draws of
 * `slopes` (probabilities sum to 1, no slope zero). L(t) = E e^(-tS), S = N z, is the tail probability of E/S
 * for E ~ Exp(1) independent of S; so -dL/d(ln t) is the density of ln E - ln S, whose cumulants are integrals
 * without singularities. Source: docs/MODEL.md, "One step"; absolute accuracy about 1e-13.
 */
export function laplaceStepLaw(slopes: readonly SquaredSlope[], width: number): Cumulants {
  const xs: number[] = [];
  const weights: number[] = [];
  for (let x = gridStart; x <= gridEnd; x += gridStep) {
    xs.push(x);
    weights.push(gridStep * density(slopes, width, x));
  }
  const total = weights.reduce((sum, w) => sum + w, 0);
  const mean = weights.reduce((sum, w, i) => sum + w * (xs[i] ?? 0), 0) / total;
  const central = (power: number) =>
    weights.reduce((sum, w, i) => sum + w * ((xs[i] ?? 0) - mean) ** power, 0) / total;
  const m2 = central(2);
  return {
    mean: -(mean + eulerGamma) - Math.log(width),
    variance: m2 - polygamma(1, 1),
    cumulant3: -(central(3) - polygamma(2, 1)),
    cumulant4: central(4) - 3 * m2 * m2 - polygamma(3, 1),
  };
}
