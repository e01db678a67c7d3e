import { gainSetting } from '#experiment/derived/gainSetting.ts';
import { oncePer } from '#experiment/derived/oncePer.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { factorOfTen, shareWithin } from '#theory/shareWithin.ts';
import { normalDensityOf, walkDensity } from '#theory/walkDensity.ts';
import { walkTheory } from '#theory/walkTheory.ts';
import type { WalkPoint } from './sweepPoint.ts';

/** Whether theory is exact at every point, or finite width's and, where that says nothing, mean field's. */
export type TheoryKind = 'exact' | 'approximate';

/** What theory says of a walked point at its last layer. */
export interface PointTheory {
  readonly kind: TheoryKind;
  /** Mean of ln Z. */
  readonly mean: number;
  /** Null where no formula is known. */
  readonly variance: number | null;
}

/** Mean and variance of ln Z at a point's last layer. */
export const endTheory = oncePer(({ experiment, settings }: WalkPoint): PointTheory => {
  const { depth, gain } = settings;
  const { kind, mean, variance } = walkTheory({ ...gainSetting(experiment), gain, pass: 'backward' });
  return {
    kind: kind === 'exact' ? kind : 'approximate',
    mean: mean[depth] ?? 0,
    variance: variance?.[depth] ?? null,
  };
});

/** The share of living walks within a factor of 10, exact or of the Normal law; null where no density is known. */
export const withinTheory = oncePer((point: WalkPoint): number | null => {
  const { nonlinearity, weights, depth, width, gain } = point.settings;
  const { kind, mean, variance } = endTheory(point);
  const exact = kind === 'exact' ? walkDensity({ nonlinearity, weights, depth, width, gain }) : null;
  const density = kind !== 'exact' && variance !== null ? normalDensityOf(mean, variance) : exact;
  return density && shareWithin(density, factorOfTen);
});

/** Whether theory is exact for an experiment's gradients, whatever its depth, width and gain. */
export function theoryKind(experiment: Experiment): TheoryKind {
  const { kind } = walkTheory({ ...gainSetting(experiment), depth: 1, gain: 1, pass: 'backward' });
  return kind === 'exact' ? kind : 'approximate';
}
