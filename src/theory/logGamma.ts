import { hurwitzZeta } from './hurwitzZeta.ts';

/** Euler's constant. */
export const eulerGamma = 0.5772156649015329;

const stirling = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156];
const largeEnough = 12;

/** (zeta(k) - 1)/k for k = 2, 3, ..: the series of ln Gamma(2 + z). */
const zetaTails = Array.from({ length: 28 }, (_, i) => hurwitzZeta(i + 2, 2) / (i + 2));

/** ln Gamma(2 + z) for |z| <= 1/2: exact relative to its zero at z = 0. */
function nearTwo(z: number): number {
  let sum = z * (1 - eulerGamma);
  let power = z * z;
  for (const tail of zetaTails) {
    sum += tail * power;
    power *= -z;
  }
  return sum;
}

/**
 * ln Gamma(x), x > 0, to 1e-12 relative, its zeros at 1 and 2 included. Source: Stirling's series after
 * recurrence (Abramowitz & Stegun 6.1.40); near the zeros the Taylor series (6.1.33). Throws RangeError for x <= 0.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`logGamma(${x}) is not defined here: x > 0.`);
  if (Math.abs(x - 1) <= 0.5) return nearTwo(x - 1) - Math.log1p(x - 1);
  if (Math.abs(x - 2) <= 0.5) return nearTwo(x - 2);
  let product = 1;
  let y = x;
  while (y < largeEnough) {
    product *= y;
    y += 1;
  }
  let power = 1 / y;
  let series = 0;
  for (const coefficient of stirling) {
    series += coefficient * power;
    power /= y * y;
  }
  return (y - 0.5) * Math.log(y) - y + 0.5 * Math.log(2 * Math.PI) + series - Math.log(product);
}
