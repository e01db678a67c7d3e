import type { Measurement, TrainMeasurement } from '#run/sweeps/measurement.ts';
import type { SweepPoint, TrainPoint } from '#run/sweeps/sweepPoint.ts';

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
