import { type Nonlinearity, nonlinearities } from '#theory/nonlinearity.ts';

/** A vector e^logScale x with |x|^2 = N, or zero. */
export interface Signal {
  readonly x: Float64Array;
  readonly logScale: number;
}

/** Beyond e^+-40 every f is as good as homogeneous in float64. */
const mostLogScale = 40;

const norm = (x: Float64Array) => Math.sqrt(x.reduce((sum, value) => sum + value * value, 0));

/** The same vector with its scale apart; a zero vector stays. */
export function rescaled(x: Float64Array, logScale: number): Signal {
  const size = norm(x) / Math.sqrt(x.length);
  if (size === 0) return { x, logScale };
  return { x: x.map((value) => value / size), logScale: logScale + Math.log(size) };
}

/** h = f(a) and f'(a) of a pre-activation. */
export function activated(
  nonlinearity: Nonlinearity,
  { x, logScale }: Signal,
): { readonly h: Signal; readonly slope: Float64Array } {
  const { value, slope } = nonlinearities[nonlinearity];
  const scale = Math.exp(Math.max(-mostLogScale, Math.min(mostLogScale, logScale)));
  return {
    h: rescaled(
      x.map((entry) => value(scale * entry) / scale),
      logScale,
    ),
    slope: x.map((entry) => slope(scale * entry)),
  };
}

/** The next pre-activation: matrix times h, plus the bias. */
export function preActivation(matrix: readonly Float64Array[], h: Signal, bias: Float64Array | null): Signal {
  const inverse = Math.exp(-h.logScale);
  const product = Float64Array.from(matrix, (row, i) => {
    let sum = bias ? (bias[i] ?? 0) * inverse : 0;
    for (let j = 0; j < row.length; j++) sum += (row[j] ?? 0) * (h.x[j] ?? 0);
    return sum;
  });
  return { x: product, logScale: h.logScale };
}

/** |cos| of the angle between two vectors; NaN if one is zero. */
export function alignmentOf(x: Float64Array, y: Float64Array): number {
  const dot = x.reduce((sum, value, i) => sum + value * (y[i] ?? 0), 0);
  return Math.min(1, Math.abs(dot) / (norm(x) * norm(y)));
}
