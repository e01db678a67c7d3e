import { gainSetting } from '#experiment/derived/gainSetting.ts';
import { trainSettings } from '#experiment/derived/trainSettings.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { namedGain } from '#theory/namedGain.ts';
import { centreGain, linkGain } from './gainSweep.ts';
import type { Measurement, TrainMeasurement } from './measurement.ts';
import { theoryKind } from './pointTheory.ts';
import { pointSeed, type SweepPoint, type TrainPoint } from './sweepPoint.ts';
import { type SweepTable, tableOf } from './sweepTable.ts';

/** Gains over g* of the deepest network. */
const factors = [0.7, 0.85, 0.95, 1, 1.05, 1.15, 1.4];
const depthCount = 4;
const shallowest = 3;
/** Deeper networks and longer runs belong to the train view. */
export const deepestTrained = 100;
export const mostSteps = 200;

/** Depths from 3 to the experiment's own, in equal ratios. */
export function errorDepths({ depth }: Experiment): readonly number[] {
  const deepest = Math.min(depth, deepestTrained);
  const start = Math.min(shallowest, deepest);
  const depths = Array.from({ length: depthCount }, (_, i) =>
    Math.round(start * (deepest / start) ** (i / (depthCount - 1))),
  );
  return [...new Set(depths)];
}

/** The gains that every depth is trained with. */
export function errorGains(experiment: Experiment, found: FoundGains): readonly number[] {
  const deepest = { ...experiment, depth: Math.min(experiment.depth, deepestTrained) };
  const best = centreGain(deepest, found, Math.max(...factors));
  return factors.map((factor) => linkGain(factor * best));
}

/** Training error over gain x depth, the shallow networks first: the points. */
export function errorPoints(experiment: Experiment, found: FoundGains): readonly TrainPoint[] {
  const steps = Math.min(experiment.steps, mostSteps);
  const cells = errorDepths(experiment).flatMap((depth) =>
    errorGains(experiment, found).map((gain) => ({ depth, gain })),
  );
  return cells.map(({ depth, gain }, i) => {
    const seed = pointSeed(experiment.seed, i);
    const cell: Experiment = { ...experiment, view: 'train', run: 1, depth, gain, steps, seed };
    const settings = trainSettings(cell, found, 0);
    return {
      kind: 'train',
      key: JSON.stringify([cell.backend, settings]),
      experiment: cell,
      settings,
      cost: steps * cell.batch * (depth * cell.width ** 2 + 1000 * cell.width),
    };
  });
}

/** A trained point and what has arrived of it. */
export interface TrainRow {
  readonly point: TrainPoint;
  readonly trained: TrainMeasurement | null;
}

/** The trained points of a sweep. */
export function trainRows(
  points: readonly SweepPoint[],
  measured: ReadonlyMap<string, Measurement>,
): readonly TrainRow[] {
  return points.flatMap((point) => {
    const found = measured.get(point.key);
    return point.kind === 'train' ? [{ point, trained: found?.kind === 'train' ? found : null }] : [];
  });
}

/** Mean over the last tenth of the steps so far. */
function lastMean(values: Float32Array, step: number): number | null {
  const last = values.subarray(step - Math.max(1, Math.round(step / 10)), step);
  return step === 0 ? null : last.reduce((sum, value) => sum + value, 0) / last.length;
}

/** Mean training loss over the last tenth of the steps; null where it left float32. */
export function lastLoss({ trained }: TrainRow): number | null {
  const loss = trained && lastMean(trained.losses, trained.step);
  return loss !== null && Number.isFinite(loss) && !trained?.diverged ? loss : null;
}

/**
 * Training error over the last tenth of the steps: share of wrong answers (classify), or the squared error over that of
 * the best constant answer (encode). Null before the first step and where the run diverged.
 */
export function lastError({ point, trained }: TrainRow): number | null {
  if (!trained || trained.diverged) return null;
  if (point.settings.task === 'classify') {
    const right = lastMean(trained.accuracies, trained.step);
    return right === null || Number.isNaN(right) ? null : 1 - right;
  }
  const loss = lastLoss({ point, trained });
  return loss === null || trained.constantError === null ? null : loss / trained.constantError;
}

/** g* at a depth: the ridge. */
export function ridgeGain(experiment: Experiment, depth: number): number {
  return namedGain('auto', gainSetting({ ...experiment, depth })).value;
}

/** One row a cell. */
export function errorTable(experiment: Experiment, rows: readonly TrainRow[]): SweepTable {
  return tableOf(
    rows,
    [
      ['depth', ({ point }) => point.settings.depth],
      ['gain', ({ point }) => point.settings.gain],
      ['steps', ({ trained }) => trained?.step ?? 0],
      ['loss', lastLoss],
      ['error', lastError],
      ['diverged', ({ trained }) => (trained?.diverged ? 1 : 0)],
      ['gainTheory', ({ point }) => ridgeGain(experiment, point.settings.depth)],
    ],
    theoryKind(experiment),
  );
}
