import { batchOf, type DataSet, placesOf } from '#engine/data/dataSet.ts';
import type { ExamplesFrame } from '#engine/train/protocol.ts';
import type { Task } from '#engine/train/task.ts';
import type { Trainer } from '#engine/train/trainer.ts';

/** Held-out samples that are shown: pictures, or points; of sound, all frames of an utterance. */
const shown = { pictures: 20, points: 300 } as const;

/** Probabilities from logits, row by row. */
export function softmaxRows(logits: Float32Array, columns: number): Float32Array {
  const shares = new Float32Array(logits.length);
  for (let start = 0; start < logits.length; start += columns) {
    const row = logits.subarray(start, start + columns);
    const top = Math.max(...row);
    const sum = row.reduce((total, logit) => total + Math.exp(logit - top), 0);
    for (const [i, logit] of row.entries()) shares[start + i] = Math.exp(logit - top) / sum;
  }
  return shares;
}

/** The first held-out samples and what the network makes of them now. */
export async function examplesOf(
  trainer: Trainer,
  set: DataSet,
  task: Task,
  capacity: number,
): Promise<Omit<ExamplesFrame, 'step'>> {
  const { inputs, classes, mean, deviation, heldOut, picture, heard } = set;
  const count = Math.min(heard?.frames ?? (picture ? shown.pictures : shown.points), heldOut.count);
  const columns = task === 'encode' ? inputs : classes;
  const outputs = new Float32Array(count * columns);
  for (let start = 0; start < count; start += capacity) {
    const batch = batchOf(set, heldOut, placesOf(start, Math.min(count, start + capacity)));
    outputs.set(await trainer.outputs(batch), start * columns);
  }
  const { black, white } = picture ?? { black: 0, white: 1 };
  const grey = (value: number) => (value - black) / (white - black);
  const raw = (value: number) => grey(value * deviation + mean);
  return {
    count,
    heard,
    labels: heldOut.labels.slice(0, count),
    inputs: Float32Array.from(heldOut.inputs.subarray(0, count * inputs), grey),
    outputs: task === 'encode' ? outputs.map(raw) : softmaxRows(outputs, classes),
  };
}
