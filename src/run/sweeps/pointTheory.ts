import { gainSetting } from '#experiment/derived/gainSetting.ts';
import { oncePer } from '#experiment/derived/oncePer.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { factorOfTen, shareWithin } from '#theory/shareWithin.ts';
import { walkDensity } from '#theory/walkDensity.ts';
import { walkTheory } from '#theory/walkTheory.ts';
import type { WalkPoint } from './sweepPoint.ts';

/** How theory knows what it says. */
export type TheoryKind = 'exact' | 'approximate';

/** What theory says of a walked point at its last layer. */
export interface PointTheory {
  readonly kind: TheoryKind;
  /** Mean of ln Z. */
  readonly mean: number;
  readonly variance: number;
}

/** Mean and variance of ln Z at a point's last layer. */
export const endTheory = oncePer(({ experiment, settings }: WalkPoint): PointTheory => {
  const { depth, gain } = settings;
  const { kind, mean, variance } = walkTheory({ ...gainSetting(experiment), gain, pass: 'backward' });
  return { kind, mean: mean[depth] ?? 0, variance: variance?.[depth] ?? 0 };
});

/** The exact share of living walks within a factor of 10; null where no density is known. */
export const withinTheory = oncePer((point: WalkPoint): number | null => {
  const { nonlinearity, weights, depth, width, gain } = point.settings;
  if (endTheory(point).kind !== 'exact') return null;
  const density = walkDensity({ nonlinearity, weights, depth, width, gain });
  return density && shareWithin(density, factorOfTen);
});

/** Whether theory is exact for an experiment's gradients, whatever its depth, width and gain. */
export function theoryKind(experiment: Experiment): TheoryKind {
  return walkTheory({ ...gainSetting(experiment), depth: 1, gain: 1, pass: 'backward' }).kind;
}
