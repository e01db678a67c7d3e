import { oncePerExperiment } from '#experiment/derived/oncePer.ts';
import type { SweepName } from '#experiment/experiment.ts';
import type { Asked, Measured, SweepDefinition, SweepFigure } from './definition.ts';
import { sweepDefinitions } from './definitions/sweepDefinitions.ts';
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

/** The plan of an experiment's sweep, the gains found so far in it. */
export const sweepPlan = oncePerExperiment((experiment, found): SweepPlan => {
  const { sweep } = experiment;
  const { layout, points, figures, table, outcome, report } = sweepDefinitions[sweep];
  const asked: Asked = { experiment, found, points: points(experiment, found) };
  return {
    sweep,
    layout,
    points: asked.points,
    figures: figures(asked),
    table: (measured) => table(asked, measured),
    outcome: (measured) => outcome(asked, measured),
    report: () => report(asked),
  };
});

/** Whether two plans ask the same measurements. */
export function isSamePlan(a: SweepPlan, b: SweepPlan): boolean {
  if (a === b) return true;
  if (a.sweep !== b.sweep || a.points.length !== b.points.length) return false;
  return a.points.every((point, i) => point.key === b.points[i]?.key);
}
