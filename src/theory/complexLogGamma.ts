const stirling = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188];
const largeEnough = 10;

/** A complex number. */
export interface Complex {
  readonly re: number;
  readonly im: number;
}

/**
 * ln Gamma(x + i y) for x > 0, up to a multiple of 2 pi i in the imaginary part, to about 1e-13.
 * Source: recurrence and Stirling's series (Abramowitz & Stegun 6.1.40).
 */
export function complexLogGamma(x: number, y: number): Complex {
  let shiftRe = 0;
  let shiftIm = 0;
  let re = x;
  while (re < largeEnough) {
    shiftRe += 0.5 * Math.log(re * re + y * y);
    shiftIm += Math.atan2(y, re);
    re += 1;
  }
  const logRe = 0.5 * Math.log(re * re + y * y);
  const logIm = Math.atan2(y, re);
  const norm = re * re + y * y;
  const inverse: Complex = { re: re / norm, im: -y / norm };
  const square: Complex = { re: inverse.re ** 2 - inverse.im ** 2, im: 2 * inverse.re * inverse.im };
  let power = inverse;
  let sumRe = (re - 0.5) * logRe - y * logIm - re + 0.5 * Math.log(2 * Math.PI);
  let sumIm = (re - 0.5) * logIm + y * logRe - y;
  for (const coefficient of stirling) {
    sumRe += coefficient * power.re;
    sumIm += coefficient * power.im;
    power = {
      re: power.re * square.re - power.im * square.im,
      im: power.re * square.im + power.im * square.re,
    };
  }
  return { re: sumRe - shiftRe, im: sumIm - shiftIm };
}
