import type { Batch, TrainerSetting } from '#engine/train/trainer.ts';
import { panelUnits } from './wasmLayout.ts';

/** Where the outputs of a sample lie, and their deltas: floats, in panels of `rows` samples. */
export interface OutputPlaces {
  readonly floats: Float32Array;
  readonly outputs: number;
  readonly deltas: number;
  readonly rows: number;
}

/** Place of a unit of sample 0 among panels of `rows` samples. */
const placeOf = (unit: number, rows: number) =>
  Math.floor(unit / panelUnits) * rows * panelUnits + (unit % panelUnits);

/** Loss of a sample and its answer, the most probable class; writes dE/dy, the probabilities less 1 where they should be. */
function classify(places: OutputPlaces, sample: number, units: number, label: number) {
  const { floats, outputs, deltas, rows } = places;
  const start = panelUnits * sample;
  const at = (unit: number) => start + placeOf(unit, rows);
  const outputOf = (unit: number) => floats[outputs + at(unit)] ?? Number.NaN;
  let answer = 0;
  for (let unit = 1; unit < units; unit++) if (outputOf(unit) > outputOf(answer)) answer = unit;
  const top = outputOf(answer);
  let total = 0;
  for (let unit = 0; unit < units; unit++) total += Math.exp(outputOf(unit) - top);
  for (let unit = 0; unit < units; unit++) {
    const share = Math.exp(outputOf(unit) - top) / total;
    floats[deltas + at(unit)] = unit === label ? share - 1 : share;
  }
  return { loss: top + Math.log(total) - outputOf(label), answer };
}

/** Mean squared error of a sample; writes dE/dy. */
function encode(places: OutputPlaces, sample: number, units: number, { inputs }: Batch): number {
  const { floats, outputs, deltas, rows } = places;
  const start = panelUnits * sample;
  let sum = 0;
  for (let unit = 0; unit < units; unit++) {
    const at = start + placeOf(unit, rows);
    const off = (floats[outputs + at] ?? Number.NaN) - (inputs[sample * units + unit] ?? Number.NaN);
    floats[deltas + at] = (2 * off) / units;
    sum += off * off;
  }
  return sum / units;
}

/** What the outputs of a batch come to: losses [count] and answers [count], none for encode; deltas of the outputs are left beside them, zeros for rows beyond the batch. */
export function outputLoss(
  { shape, task }: Pick<TrainerSetting, 'shape' | 'task'>,
  batch: Batch,
  places: OutputPlaces,
): { readonly losses: Float32Array; readonly answers: Uint8Array } {
  const { count, labels } = batch;
  const { floats, deltas, rows } = places;
  const units = shape.outputs;
  floats.fill(0, deltas, deltas + placeOf(panelUnits * Math.ceil(units / panelUnits), rows));
  const losses = new Float32Array(count);
  const answers = new Uint8Array(task === 'classify' ? count : 0);
  for (let sample = 0; sample < count; sample++) {
    if (task === 'encode') {
      losses[sample] = encode(places, sample, units, batch);
      continue;
    }
    const { loss, answer } = classify(places, sample, units, labels[sample] ?? 0);
    losses[sample] = loss;
    answers[sample] = answer;
  }
  return { losses, answers };
}
