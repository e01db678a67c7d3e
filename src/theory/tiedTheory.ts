import type { WalkTheory } from './walkMoments.ts';

/** How many layers one matrix, used again and again, walks like new ones: about sqrt(N). Source: docs/MODEL.md, "Tied weights". */
export const newMatricesHold = (width: number): number => Math.floor(Math.sqrt(width));

/** What new matrices would do, for as many layers as one matrix does the same; NaN beyond. */
export function tiedTheory({ mean, variance }: WalkTheory, width: number): WalkTheory {
  const held = newMatricesHold(width);
  const cut = (values: Float64Array) => values.map((value, k) => (k <= held ? value : Number.NaN));
  return { kind: 'new-matrices', mean: cut(mean), variance: variance && cut(variance) };
}
