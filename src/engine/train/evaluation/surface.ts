import type { DataSet } from '#engine/data/dataSet.ts';
import type { SurfaceFrame } from '#engine/train/protocol.ts';
import type { Task } from '#engine/train/task.ts';
import type { Trainer } from '#engine/train/trainer.ts';
import { softmaxRows } from './softmaxRows.ts';

/** Points along a side of the plane. */
const side = 40;

/** The classes over the plane of a two-dimensional data set; null for any other. */
export async function surfaceOf(
  trainer: Trainer,
  { plane, classes, mean, deviation }: DataSet,
  task: Task,
  capacity: number,
): Promise<Omit<SurfaceFrame, 'step'> | null> {
  if (plane === null || task !== 'classify') return null;
  const { centre, half } = plane;
  const share = (i: number) => (2 * (i + 0.5)) / side - 1;
  const points = Array.from({ length: side * side }, (_, i) => [
    centre[0] + half[0] * share(i % side),
    centre[1] - half[1] * share(Math.floor(i / side)),
  ]);
  const found: SurfaceFrame = {
    step: 0,
    side,
    plane,
    classes: new Uint8Array(side * side),
    probabilities: new Float32Array(side * side),
  };
  for (let start = 0; start < points.length; start += capacity) {
    const part = points.slice(start, start + capacity);
    const standard = Float32Array.from(part.flat(), (value) => (value - mean) / deviation);
    const batch = { count: part.length, inputs: standard, labels: new Uint8Array(part.length) };
    const shares = softmaxRows(await trainer.outputs(batch), classes);
    for (let i = 0; i < part.length; i++) {
      const row = shares.subarray(i * classes, (i + 1) * classes);
      const best = row.indexOf(Math.max(...row));
      found.classes[start + i] = Math.max(0, best);
      found.probabilities[start + i] = row[Math.max(0, best)] ?? 0;
    }
  }
  return found;
}
