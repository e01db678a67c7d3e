import type { Experiment, SweepName } from '#experiment/experiment.ts';
import { sweepProgress } from './sweepProgress.ts';
import type { SweepRecord } from './sweepRecord.ts';
import type { SweepTable } from './sweepTable.ts';

/** The results of the scale view as plain JSON, as documented in docs/PROGRAMS.md. */
export interface ScaleResults extends SweepTable {
  readonly kind: 'scale';
  readonly sweep: SweepName;
  readonly experiment: Experiment;
  /** Whether every point is measured. */
  readonly done: boolean;
  /** Begins with the backend's name. */
  readonly backend: string;
  /** Time that the measured points took. */
  readonly elapsedMs: number;
}

/** What a sweep has measured so far; the record must be of this experiment. */
export function scaleResults(experiment: Experiment, record: SweepRecord): ScaleResults {
  const { plan, measured, backend } = record;
  const { points, pointsDone, elapsedMs } = sweepProgress(record);
  return {
    kind: 'scale',
    sweep: plan.sweep,
    experiment,
    ...plan.table(measured),
    done: pointsDone === points,
    backend,
    elapsedMs,
  };
}
