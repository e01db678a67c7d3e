import { eulerGamma } from '#theory/logGamma.ts';

/** Mean and variance of the logarithm of a positive number. */
export interface LogLaw {
  readonly mean: number;
  readonly variance: number;
}

/** The trapezoid rule errs by e^(-pi^2/h) on the density, which is analytic in |Im x| < pi/2. */
const step = 0.5;
const negligible = 1e-9;
/** ln t from where 1 - L(t) is negligible, below -ln E S. */
const before = 21;
const most = 6000;

/**
 * Mean and variance of ln S, S > 0 a sum of `count` independent numbers of mean 1 and Laplace transform l(t) = E e^(-t x), zero
 * with probability `zero` each. L(t) = l(t)^count is the tail of the law of E/S, E ~ Exp(1) independent of S: the moments of
 * ln(E/S) are integrals of L over ln t. Source: docs/MODEL.md, "One step".
 */
export function logSumLaw(laplace: (t: number) => number, count: number, zero: number): LogLaw {
  const start = -Math.log(count) - before;
  // E y = int (L(x) - [x < 0]) dx and E y^2 = 2 int x (L(x) - [x < 0]) dx, for y = ln(E/S) - start above 0.
  const dead = zero ** count;
  let [first, second] = [0.5, 0];
  for (let i = 1; i < most; i++) {
    const tail = (laplace(Math.exp(start + i * step)) ** count - dead) / (1 - dead);
    first += tail;
    second += i * tail;
    if (tail < negligible) break;
  }
  const mean = step * first;
  // The trapezoid rule's correction where x L begins, by Euler and Maclaurin.
  const square = 2 * step * step * (second + 1 / 12);
  return {
    mean: -(start + mean) - eulerGamma,
    variance: Math.max(0, square - mean * mean - Math.PI ** 2 / 6),
  };
}
