import { gaussLegendre, type Quadrature } from './gaussLegendre.ts';
import { normalDensity } from './normal.ts';

/** Panels on u > 0, fine near 0, where a steep nonlinearity of a large pre-activation turns. */
const edges = [0, 1e-4, 1e-3, 1e-2, 0.1, 0.4, 1, 2, 3.5, 6, 9.5];

function halfLine(): Quadrature {
  const { nodes, weights } = gaussLegendre(10);
  const all: { node: number; weight: number }[] = [];
  for (let panel = 0; panel + 1 < edges.length; panel++) {
    const from = edges[panel] ?? 0;
    const half = ((edges[panel + 1] ?? 0) - from) / 2;
    for (const [i, x] of nodes.entries()) {
      const node = from + half * (1 + x);
      all.push({ node, weight: half * (weights[i] ?? 0) * normalDensity(node) });
    }
  }
  return { nodes: all.map(({ node }) => node), weights: all.map(({ weight }) => weight) };
}

const { nodes, weights } = halfLine();

/** E g(u), u ~ N(0, 1), for g smooth but for a kink at 0; about 1e-12 relative. */
export function normalExpectation(g: (u: number) => number): number {
  let sum = 0;
  for (const [i, u] of nodes.entries()) sum += (weights[i] ?? 0) * (g(u) + g(-u));
  return sum;
}
