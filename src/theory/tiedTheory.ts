import type { WalkTheory, WalkTheorySettings } from './walkMoments.ts';

/**
 * How many layers one matrix, used again and again, walks like new ones: about sqrt(N) in the mean. Branches of one matrix add up from the
 * first on. Source: docs/MODEL.md, "Tied weights".
 */
export const newMatricesHold = ({
  width,
  residual,
}: Pick<WalkTheorySettings, 'width' | 'residual'>): number => (residual ? 0 : Math.floor(Math.sqrt(width)));

/**
 * What new matrices would do, for as many layers as one matrix does the same; NaN beyond. The variance is that of one matrix in linear networks
 * only: other layers' activations have something in common, and so have the masks that they make.
 */
export function tiedTheory({ mean, variance }: WalkTheory, settings: WalkTheorySettings): WalkTheory {
  const held = newMatricesHold(settings);
  const cut = (values: Float64Array) => values.map((value, k) => (k <= held ? value : Number.NaN));
  const isKnown = settings.nonlinearity === 'linear';
  return { kind: 'new-matrices', mean: cut(mean), variance: variance && isKnown ? cut(variance) : null };
}
