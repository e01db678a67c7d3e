/** Where the series of erf hands over to the continued fraction. */
const handover = 2.5;

/** erf by its all-positive series 2/sqrt(pi) e^(-x^2) sum 2^n x^(2n+1)/(2n+1)!!; no cancellation. */
function erfSeries(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum) && n < 200; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

/** erfc for x >= 2.5 by its continued fraction, from the tail. */
function erfcTail(x: number): number {
  let fraction = 0;
  for (let k = 80; k >= 1; k--) fraction = k / 2 / (x + fraction);
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + fraction);
}

/** The error function 2/sqrt(pi) int_0^x e^(-t^2) dt, to about 1e-15. */
export function erf(x: number): number {
  const a = Math.abs(x);
  return Math.sign(x) * (a < handover ? erfSeries(a) : 1 - erfcTail(a));
}

/** 1 - erf(x), without cancellation for large x. */
export function erfc(x: number): number {
  return x < handover ? 1 - erf(x) : erfcTail(x);
}

/** Density of N(0, 1). */
export function normalDensity(x: number): number {
  return Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
}

/** Distribution function of N(0, 1), accurate in the left tail too. */
export function normalDistribution(x: number): number {
  return 0.5 * erfc(-x / Math.SQRT2);
}
