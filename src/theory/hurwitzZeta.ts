/** Bernoulli numbers B_2, B_4, .. divided by (2k)!. */
const bernoulliOverFactorial = [
  1 / 12,
  -1 / 720,
  1 / 30240,
  -1 / 1209600,
  1 / 47900160,
  -691 / 1307674368000,
  1 / 74724249600,
];

const directTerms = 14;

/**
 * zeta(s, q) = sum over n >= 0 of (q + n)^(-s), for s > 1 and q > 0, to about 1e-14 relative.
 * Source: Euler-Maclaurin summation.
 */
export function hurwitzZeta(s: number, q: number): number {
  let sum = 0;
  for (let n = 0; n < directTerms; n++) sum += (q + n) ** -s;
  const x = q + directTerms;
  sum += x ** (1 - s) / (s - 1) + 0.5 * x ** -s;
  let rising = s;
  let power = x ** (-s - 1);
  for (const [k, coefficient] of bernoulliOverFactorial.entries()) {
    sum += coefficient * rising * power;
    rising *= (s + 2 * k + 1) * (s + 2 * k + 2);
    power /= x * x;
  }
  return sum;
}
