import { gaussLegendre } from './gaussLegendre.ts';
import { normalDensity } from './normal.ts';

/** Panels on u > 0, fine near 0, where a steep nonlinearity of a large pre-activation turns. */
const edges = [0, 1e-4, 1e-3, 1e-2, 0.1, 0.4, 1, 2, 3.5, 6, 9.5];

export interface NormalNode {
  readonly node: number;
  readonly weight: number;
}

/** Up to this ln v no f of the nine turns faster than the density of u does. */
export const smooth = 1;

/** The same for what turns no faster than the density, kinks at 0 included. */
const smoothEdges = [0, 0.5, 1.25, 2.25, 3.5, 5, 7, 9.5];

function line(between: readonly number[]): readonly NormalNode[] {
  const { nodes, weights } = gaussLegendre(10);
  const all: NormalNode[] = [];
  for (let panel = 0; panel + 1 < between.length; panel++) {
    const from = between[panel] ?? 0;
    const half = ((between[panel + 1] ?? 0) - from) / 2;
    for (const [i, x] of nodes.entries()) {
      const node = from + half * (1 + x);
      all.push({ node, weight: half * (weights[i] ?? 0) * normalDensity(node) });
    }
  }
  return all;
}

/** Nodes u > 0 and weights of E (g(u) + g(-u))/2 = sum of weight (g(node) + g(-node)), u ~ N(0, 1), for g smooth but for a kink or a jump at 0; about 1e-12 relative. */
export const normalNodes: readonly NormalNode[] = line(edges);
export const smoothNodes: readonly NormalNode[] = line(smoothEdges);
