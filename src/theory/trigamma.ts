import { polygamma } from './polygamma.ts';

/** The trigamma function psi'(x), x > 0: the variance of ln of a Gamma(x) variable. */
export function trigamma(x: number): number {
  return polygamma(1, x);
}
