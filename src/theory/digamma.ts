/** Coefficients B_2k/(2k) of the asymptotic series. */
const asymptotic = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32760, 1 / 12];

const largeEnough = 12;

/**
 * The digamma function psi(x), the derivative of ln Gamma, for x > 0. Source: recurrence and asymptotic series
 * (Abramowitz & Stegun 6.3.5, 6.3.18). Throws RangeError for x <= 0.
 */
export function digamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`digamma(${x}) is not defined here: x > 0.`);
  let shift = 0;
  let y = x;
  while (y < largeEnough) {
    shift += 1 / y;
    y += 1;
  }
  const inverseSquare = 1 / (y * y);
  let power = inverseSquare;
  let series = 0;
  for (const coefficient of asymptotic) {
    series += coefficient * power;
    power *= inverseSquare;
  }
  return Math.log(y) - 0.5 / y - series - shift;
}
