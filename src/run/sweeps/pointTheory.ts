import { gainSetting } from '#experiment/derived/gainSetting.ts';
import { oncePer } from '#experiment/derived/oncePer.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { factorOfTen, shareWithin } from '#theory/shareWithin.ts';
import { normalDensityOf, walkDensity } from '#theory/walkDensity.ts';
import { walkTheory } from '#theory/walkTheory.ts';
import type { SweepPoint, WalkPoint } from './sweepPoint.ts';

/** By what theory the numbers of a sweep are, the least exact of its points naming them all. */
export const theoryKinds = ['exact', 'order-1/N', 'two-number', 'leading-order'] as const;
export type TheoryKind = (typeof theoryKinds)[number];

/** What theory says of a walked point at its last layer. */
export interface PointTheory {
  /** Null where no theory of finite width holds: mean field is not drawn. */
  readonly kind: TheoryKind | null;
  /** Mean of ln Z. */
  readonly mean: number | null;
  /** Null where no formula is known. */
  readonly variance: number | null;
}

/** Mean and variance of ln Z at a point's last layer. */
export const endTheory = oncePer(({ experiment, settings }: WalkPoint): PointTheory => {
  const { depth, gain, residual, tied, norm } = settings;
  const setting = { ...gainSetting(experiment), gain, residual, tied, norm, pass: 'backward' } as const;
  const { kind, mean, variance } = walkTheory(setting);
  if (kind === 'mean-field' || kind === 'leading-order' || kind === 'new-matrices')
    return { kind: null, mean: null, variance: null };
  return { kind, mean: mean[depth] ?? 0, variance: variance?.[depth] ?? null };
});

/** The share of living walks within a factor of 10, exact or of the Normal law; null where no density is known. */
export const withinTheory = oncePer((point: WalkPoint): number | null => {
  const { nonlinearity, weights, depth, width, gain } = point.settings;
  const { kind, mean, variance } = endTheory(point);
  const exact = kind === 'exact' ? walkDensity({ nonlinearity, weights, depth, width, gain }) : null;
  const density =
    kind !== 'exact' && mean !== null && variance !== null ? normalDensityOf(mean, variance) : exact;
  return density && shareWithin(density, factorOfTen);
});

/** The theory of a sweep's walked points; of trained ones, that of the experiment's first layer. */
export function theoryKind({
  experiment,
  points,
}: {
  readonly experiment: Experiment;
  readonly points: readonly SweepPoint[];
}): TheoryKind {
  const kinds = points.flatMap((point) => (point.kind === 'walk' ? (endTheory(point).kind ?? []) : []));
  const worst = theoryKinds.findLast((kind) => kinds.includes(kind));
  if (worst) return worst;
  const { kind } = walkTheory({ ...gainSetting(experiment), depth: 1, gain: 1, pass: 'backward' });
  return kind === 'exact' ? kind : 'order-1/N';
}
