import { logGamma } from './logGamma.ts';

/**
 * The law of the number m of active ReLU units in a layer of N, given that at least one is: entry i is
 * P(m = i + 1). Binomial coefficients through ln Gamma: C(1024, 512) overflows a double.
 */
export function activeUnits(width: number): Float64Array {
  const alive = -Math.expm1(-width * Math.LN2);
  return Float64Array.from({ length: width }, (_, i) => {
    const m = i + 1;
    const log = logGamma(width + 1) - logGamma(m + 1) - logGamma(width - m + 1) - width * Math.LN2;
    return Math.exp(log) / alive;
  });
}
