import { oncePerExperiment } from '#experiment/derived/oncePer.ts';
import type { Experiment, SweepName } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { errorPoints, errorTable, trainRows } from './errorSweep.ts';
import { gainPoints, gainTable } from './gainSweep.ts';
import { meanPoints, meanTable } from './meanSweep.ts';
import type { Measurement } from './measurement.ts';
import { budgetPoints, budgetTable, mapPoints, mapTable } from './spreadSweep.ts';
import type { SweepPoint } from './sweepPoint.ts';
import { type SweepTable, type WalkRow, walkRows } from './sweepTable.ts';
import { widthPoints, widthTable } from './widthSweep.ts';
import { widthsPoints, widthsTable } from './widthsSweep.ts';

/** A sweep: a question, and the experiments that answer it. */
export interface SweepPlan {
  readonly sweep: SweepName;
  readonly points: readonly SweepPoint[];
  /** The answers so far as numbers. */
  table(measured: ReadonlyMap<string, Measurement>): SweepTable;
}

interface SweepRule {
  points(experiment: Experiment, found: FoundGains): readonly SweepPoint[];
  table(
    experiment: Experiment,
    found: FoundGains,
    points: readonly SweepPoint[],
    measured: ReadonlyMap<string, Measurement>,
  ): SweepTable;
}

/** A sweep whose points are walked. */
function walked(
  points: SweepRule['points'],
  table: (experiment: Experiment, rows: readonly WalkRow[]) => SweepTable,
): SweepRule {
  return { points, table: (experiment, _, asked, measured) => table(experiment, walkRows(asked, measured)) };
}

const rules: Readonly<Record<SweepName, SweepRule>> = {
  gain: walked(gainPoints, gainTable),
  width: walked(widthPoints, widthTable),
  map: walked(mapPoints, mapTable),
  budget: walked(budgetPoints, budgetTable),
  mean: walked(meanPoints, meanTable),
  widths: {
    points: widthsPoints,
    table: (experiment, found, asked, measured) => widthsTable(experiment, found, walkRows(asked, measured)),
  },
  error: {
    points: errorPoints,
    table: (experiment, _, asked, measured) => errorTable(experiment, trainRows(asked, measured)),
  },
};

/** The points of an experiment's sweep. */
export const sweepPlan = oncePerExperiment((experiment, found): SweepPlan => {
  const { points, table } = rules[experiment.sweep];
  const asked = points(experiment, found);
  return {
    sweep: experiment.sweep,
    points: asked,
    table: (measured) => table(experiment, found, asked, measured),
  };
});

/** Whether two plans ask the same measurements. */
export function isSamePlan(a: SweepPlan, b: SweepPlan): boolean {
  if (a === b) return true;
  if (a.sweep !== b.sweep || a.points.length !== b.points.length) return false;
  return a.points.every((point, i) => point.key === b.points[i]?.key);
}
