import { exponential } from '#engine/assembly/math/exponential.ts';
import { multiplyAdd } from '#engine/assembly/math/multiplyAdd.ts';
import { number } from '#engine/assembly/math/numbers.ts';

/** Chebyshev's fit of erfc, highest power first (Press et al., Numerical Recipes, "erfcc"). */
const tailTable: usize = memory.data<f32>(
  [
    0.17087277, -0.82215223, 1.48851587, -1.13520398, 0.27886807, -0.18628806, 0.09678418, 0.37409196,
    1.00002368, -1.26551223,
  ],
  16,
);
/** erf(t)/t in powers of t^2, highest first. */
const seriesTable: usize = memory.data<f32>(
  [
    -1.4503852e-7, 1.4589169e-6, -1.3227513e-5, 1.0683761e-4, -7.5757576e-4, 4.6296296e-3, -0.023809524, 0.1,
    -0.33333333, 1,
  ],
  16,
);

/** A polynomial of ten coefficients.
 * @inline */
function polynomial(x: v128, table: usize): v128 {
  let p = number(table, 0);
  for (let k = 1; k < 10; k++) p = multiplyAdd(x, p, number(table, k));
  return p;
}

/** erfc(a), a >= 0, to 1.2e-7 of its value: the left tail of the normal distribution must be right relatively. */
function complementaryError(a: v128): v128 {
  const k = f32x4.div(f32x4.splat(1), multiplyAdd(a, f32x4.splat(0.5), f32x4.splat(1)));
  const p = polynomial(k, tailTable);
  return f32x4.mul(k, exponential(f32x4.sub(p, f32x4.mul(a, a))));
}

/** erf(t)/t. */
export function errorOver(t: v128): v128 {
  const a = f32x4.abs(t);
  const series = f32x4.mul(polynomial(f32x4.mul(t, t), seriesTable), f32x4.splat(1.1283792));
  const far = f32x4.div(
    f32x4.sub(f32x4.splat(1), complementaryError(f32x4.min(a, f32x4.splat(9)))),
    f32x4.max(a, f32x4.splat(1)),
  );
  return v128.bitselect(series, far, f32x4.lt(a, f32x4.splat(1)));
}

/** The standard normal distribution function. */
export function normalDistribution(t: v128): v128 {
  const a = f32x4.mul(f32x4.min(f32x4.abs(t), f32x4.splat(12)), f32x4.splat(0.70710678));
  const half = f32x4.mul(f32x4.splat(0.5), complementaryError(a));
  return v128.bitselect(half, f32x4.sub(f32x4.splat(1), half), f32x4.lt(t, f32x4.splat(0)));
}
