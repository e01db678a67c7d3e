import { digamma } from '#theory/digamma.ts';
import { polygamma } from '#theory/polygamma.ts';

/** ln(|G|^2/N) of N independent normal numbers: the length that a Gaussian matrix gives a vector, and an orthogonal one does not. */
export function logLengthLaw(width: number): { readonly mean: number; readonly variance: number } {
  return { mean: digamma(width / 2) - Math.log(width / 2), variance: polygamma(1, width / 2) };
}
