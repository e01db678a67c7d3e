import type { Cumulants } from './cumulants.ts';
import { polygamma } from './polygamma.ts';

/** Cumulants of ln of a chi-square variable with `degrees` degrees of freedom, a Gamma variable's. */
export function logChiSquare(degrees: number): Cumulants {
  const half = degrees / 2;
  return {
    mean: polygamma(0, half) + Math.LN2,
    variance: polygamma(1, half),
    cumulant3: polygamma(2, half),
    cumulant4: polygamma(3, half),
  };
}
