import type { SweepName } from '#experiment/experiment.ts';
import type { Measured, SweepDefinition, SweepFigure } from './definition.ts';
import type { Text } from './figures/phrase.ts';
import type { SweepPoint } from './sweepPoint.ts';
import type { SweepTable } from './sweepTable.ts';
import type { WalkReport } from './walkReport.ts';

/** A sweep: a question, the experiments that answer it, and how their answers are shown. */
export interface SweepPlan extends Pick<SweepDefinition, 'layout'> {
  readonly sweep: SweepName;
  readonly points: readonly SweepPoint[];
  readonly figures: readonly SweepFigure[];
  /** The answers so far as numbers. */
  table(measured: Measured): SweepTable;
  /** The answers so far in words. */
  outcome(measured: Measured): Text;
  /** What a script prints of the points; null where they are trained. */
  report(): WalkReport | null;
}

/** Whether two plans ask the same measurements. */
export function isSamePlan(a: SweepPlan, b: SweepPlan): boolean {
  if (a === b) return true;
  if (a.sweep !== b.sweep || a.points.length !== b.points.length) return false;
  return a.points.every((point, i) => point.key === b.points[i]?.key);
}
