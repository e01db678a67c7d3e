/** A measured value and its standard error. */
export interface Estimate {
  readonly value: number;
  readonly error: number;
}

/**
 * Slope of Var ln Z against depth: the least-squares line through the origin over all depths, with its standard
 * error over walks (walks are independent, depths are not). From walks [count, depth + 1] row by row, dead ones
 * (last entry -Infinity) left out; `walks` living walks stand behind `variance` in all, and scale the error.
 * Null below three living walks. Source: docs/MODEL.md, "Measured slope".
 */
export function fittedSlope(
  paths: Float32Array,
  count: number,
  depth: number,
  mean: ArrayLike<number>,
  variance: ArrayLike<number>,
  walks: number,
): Estimate | null {
  const length = depth + 1;
  let weight = 0;
  let fitted = 0;
  for (let k = 1; k <= depth; k++) {
    weight += k * k;
    fitted += k * (variance[k] ?? 0);
  }
  let living = 0;
  let sum = 0;
  let squares = 0;
  for (let walk = 0; walk < count; walk++) {
    const row = paths.subarray(walk * length, (walk + 1) * length);
    if (row[depth] === Number.NEGATIVE_INFINITY) continue;
    let slope = 0;
    for (let k = 1; k <= depth; k++) slope += k * ((row[k] ?? 0) - (mean[k] ?? 0)) ** 2;
    slope /= weight;
    living += 1;
    sum += slope;
    squares += slope * slope;
  }
  if (living < 3) return null;
  const spread = Math.max(0, squares - (sum * sum) / living) / (living - 1);
  return { value: fitted / weight, error: Math.sqrt(spread / Math.max(walks, living)) };
}
