/** The first four cumulants of a random number. */
export interface Cumulants {
  readonly mean: number;
  readonly variance: number;
  readonly cumulant3: number;
  readonly cumulant4: number;
}

/** a + sign b, cumulant by cumulant: the sum (or the remaining part) of independent numbers. */
export function combineCumulants(a: Cumulants, b: Cumulants, sign: 1 | -1 = 1): Cumulants {
  return {
    mean: a.mean + sign * b.mean,
    variance: a.variance + sign * b.variance,
    cumulant3: a.cumulant3 + sign * b.cumulant3,
    cumulant4: a.cumulant4 + sign * b.cumulant4,
  };
}

/** Cumulants of a mixture, by the law of total cumulance. Weights sum to 1. */
export function mixCumulants(
  parts: readonly { readonly weight: number; readonly cumulants: Cumulants }[],
): Cumulants {
  const mean = parts.reduce((sum, part) => sum + part.weight * part.cumulants.mean, 0);
  let m2 = 0;
  let m3 = 0;
  let m4 = 0;
  for (const { weight, cumulants } of parts) {
    const { variance: k2, cumulant3: k3, cumulant4: k4 } = cumulants;
    const d = cumulants.mean - mean;
    m2 += weight * (k2 + d * d);
    m3 += weight * (k3 + 3 * k2 * d + d ** 3);
    m4 += weight * (k4 + 3 * k2 * k2 + 6 * k2 * d * d + 4 * k3 * d + d ** 4);
  }
  return { mean, variance: m2, cumulant3: m3, cumulant4: m4 - 3 * m2 * m2 };
}
