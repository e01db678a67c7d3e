import { digamma } from './digamma.ts';
import { hurwitzZeta } from './hurwitzZeta.ts';

/**
 * The polygamma function psi^(n)(x), n = 0, 1, 2, .., for x > 0: the (n + 1)-th cumulant of ln of a Gamma(x)
 * variable. psi^(n)(x) = (-1)^(n+1) n! zeta(n + 1, x). Throws RangeError outside its domain.
 */
export function polygamma(order: number, x: number): number {
  if (!(x > 0) || order < 0 || !Number.isInteger(order)) {
    throw new RangeError(`polygamma(${order}, ${x}) is not defined here: order 0, 1, 2, .. and x > 0.`);
  }
  if (order === 0) return digamma(x);
  let factorial = 1;
  for (let k = 2; k <= order; k++) factorial *= k;
  return (order % 2 === 1 ? 1 : -1) * factorial * hurwitzZeta(order + 1, x);
}
