/** A row of a table. */
type Row = Float64Array;

/** The columns of a table's rows at -1, 0, 1 and 2, between the middle two: `x` in 0..1, by the cubic through all four (Lagrange). */
export function cubicBetween(x: number, p: Row, q: Row, r: Row, s: Row): (column: number) => number {
  const a = (-x * (x - 1) * (x - 2)) / 6;
  const b = ((x + 1) * (x - 1) * (x - 2)) / 2;
  const c = (-(x + 1) * x * (x - 2)) / 2;
  const d = ((x + 1) * x * (x - 1)) / 6;
  return (i) => a * (p[i] ?? 0) + b * (q[i] ?? 0) + c * (r[i] ?? 0) + d * (s[i] ?? 0);
}
