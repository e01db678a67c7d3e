import type { Nonlinearity } from './nonlinearity.ts';
import type { Pass } from './pass.ts';

/**
 * Share of networks in which some layer that the walk crosses has no active ReLU unit, 1 - (1 - 2^-N)^layers;
 * 0 for every other f. A forward walk starts from h_0 and so crosses one layer more. Source: docs/MODEL.md.
 */
export function shareDead(nonlinearity: Nonlinearity, pass: Pass, depth: number, width: number): number {
  if (nonlinearity !== 'relu') return 0;
  const layers = pass === 'forward' ? depth + 1 : depth;
  return -Math.expm1(layers * Math.log1p(-(2 ** -width)));
}
