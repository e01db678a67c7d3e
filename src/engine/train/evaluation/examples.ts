import { batchOf, type DataSet, placesOf } from '#engine/data/dataSet.ts';
import type { ExamplesFrame } from '#engine/train/protocol.ts';
import type { Task } from '#engine/train/task.ts';
import type { Trainer } from '#engine/train/trainer.ts';
import { softmaxRows } from './softmaxRows.ts';

/** Held-out samples that are shown: pictures, or points; of sound, all frames of an utterance. */
const shown = { pictures: 20, points: 300 } as const;

type Examples = Omit<ExamplesFrame, 'step'>;

/** Held-out samples at some places and what the network makes of them now. */
export async function examplesAt(
  trainer: Trainer,
  set: DataSet,
  task: Task,
  capacity: number,
  places: Uint32Array,
): Promise<Examples> {
  const { inputs, classes, mean, deviation, heldOut, picture } = set;
  const count = places.length;
  const columns = task === 'encode' ? inputs : classes;
  const outputs = new Float32Array(count * columns);
  for (let start = 0; start < count; start += capacity) {
    const batch = batchOf(set, heldOut, places.subarray(start, start + capacity));
    outputs.set(await trainer.outputs(batch), start * columns);
  }
  const { black, white } = picture ?? { black: 0, white: 1 };
  const grey = (value: number) => (value - black) / (white - black);
  const raw = (value: number) => grey(value * deviation + mean);
  const values = new Float32Array(count * inputs);
  for (const [i, place] of places.entries()) {
    const sample = heldOut.inputs.subarray(place * inputs, (place + 1) * inputs);
    values.set(Float32Array.from(sample, grey), i * inputs);
  }
  return {
    count,
    heard: null,
    labels: Uint8Array.from(places, (place) => heldOut.labels[place] ?? 0),
    inputs: values,
    outputs: task === 'encode' ? outputs.map(raw) : softmaxRows(outputs, classes),
  };
}

/** The first held-out samples and what the network makes of them now. */
export async function examplesOf(
  trainer: Trainer,
  set: DataSet,
  task: Task,
  capacity: number,
): Promise<Examples> {
  const { heard, picture, heldOut } = set;
  const most = heard?.frames ?? (picture ? shown.pictures : shown.points);
  const places = placesOf(0, Math.min(most, heldOut.count));
  return { ...(await examplesAt(trainer, set, task, capacity, places)), heard };
}
