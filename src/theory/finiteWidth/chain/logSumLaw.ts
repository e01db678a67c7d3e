import { eulerGamma } from '#theory/logGamma.ts';

/** Mean and variance of the logarithm of a positive number. */
export interface LogLaw {
  readonly mean: number;
  readonly variance: number;
}

/** The laws of ln of a layer's mean squares over what they are on average. */
export interface SumLaws {
  /** ln(p/F), p the mean of f^2 over the units. */
  readonly activation: LogLaw;
  /** ln(q/C), q the mean of f'^2 G^2 over the units, G ~ N(0, 1). */
  readonly gradient: LogLaw;
}

/** Spacing in ln t. The trapezoid rule errs by e^(-pi^2/h) on the density, which is analytic in |Im x| < pi/2. */
export const transformStep = 0.5;
const negligible = 1e-9;
/** ln t from where 1 - L(t) is negligible, below -ln E S. */
const before = 21;
const most = 6000;

/**
 * Mean and variance of ln S, S > 0 a sum of `count` independent numbers of mean 1, each zero with probability `zero`; `transform(i)` is
 * the Laplace transform l(t) = E e^(-t x) of one at ln t = i `transformStep`, the same nodes whatever the count. L(t) = l(t)^count is
 * the tail of the law of E/S, E ~ Exp(1) independent of S: the moments of ln(E/S) are integrals of L over ln t.
 * Source: docs/MODEL.md, "One step".
 */
export function logSumLaw(transform: (index: number) => number, count: number, zero: number): LogLaw {
  const first = Math.floor((-Math.log(count) - before) / transformStep);
  // E y = int (L(x) - [x < 0]) dx and E y^2 = 2 int x (L(x) - [x < 0]) dx, for y = ln(E/S) - start above 0.
  const dead = zero ** count;
  let [sum, moment] = [0.5, 0];
  for (let i = 1; i < most; i++) {
    const tail = (transform(first + i) ** count - dead) / (1 - dead);
    sum += tail;
    moment += i * tail;
    if (tail < negligible) break;
  }
  const mean = transformStep * sum;
  // The trapezoid rule's correction where x L begins, by Euler and Maclaurin.
  const square = 2 * transformStep * transformStep * (moment + 1 / 12);
  return {
    mean: -(transformStep * first + mean) - eulerGamma,
    variance: Math.max(0, square - mean * mean - Math.PI ** 2 / 6),
  };
}
