/**
 * The cosine of two activations one ReLU layer on, in a network of infinite width with Gaussian weights:
 * c' = (sqrt(1 - c^2) + (pi - arccos c) c)/pi, -1 <= c <= 1. Source: the arc-cosine kernel of degree 1 (Cho & Saul
 * 2009); docs/MODEL.md, "What the right gain does not fix".
 */
export function reluCorrelation(c: number): number {
  const inside = Math.max(-1, Math.min(1, c));
  return (Math.sqrt(1 - inside * inside) + (Math.PI - Math.acos(inside)) * inside) / Math.PI;
}

/** The cosine of h_d for d = 0..depth of two independent inputs a_0, whose own cosine is 0: [depth + 1]. */
export function reluCorrelations(depth: number): Float64Array {
  const correlations = new Float64Array(depth + 1);
  let c = 0;
  for (let d = 0; d <= depth; d++) {
    c = reluCorrelation(c);
    correlations[d] = c;
  }
  return correlations;
}
