import { faultLayers, noFault, reportHead, zeroLog } from '#engine/kernels/trainStep/trainPrelude.ts';
import type { Answered, MeasuredNorms, StepFault, StepOutcome } from '#engine/train/trainer.ts';

/** The first fault in a report and the slot of its step. */
export function faultOf(report: ArrayBuffer, depth: number): { slot: number; fault: StepFault } | null {
  const [forward = noFault, backward = noFault, gradient = noFault] = new Uint32Array(report, 0, reportHead);
  const found = [
    { key: forward, where: 'activation', layerOf: (rest: number) => rest },
    { key: backward, where: 'gradient', layerOf: (rest: number) => faultLayers - 1 - rest },
    { key: gradient, where: 'gradient', layerOf: (rest: number) => rest },
  ] as const;
  const faults = found
    .filter(({ key }) => key !== noFault)
    .map(({ key, where, layerOf }) => ({
      slot: Math.floor(key / faultLayers),
      where,
      layer: layerOf(key % faultLayers),
    }));
  const slot = Math.min(...faults.map((fault) => fault.slot));
  const first = faults.find((fault) => fault.slot === slot);
  if (!first) return null;
  const where = first.where === 'activation' && first.layer > depth ? 'loss' : first.where;
  return { slot, fault: { where, layer: first.layer } };
}

/** What a batch comes to that left float32. */
export const faultyAnswers: Answered = {
  loss: Number.NaN,
  accuracy: Number.NaN,
  losses: new Float32Array(),
  answers: new Uint8Array(),
};

/** Loss and answer of every sample of a slot, in pairs. */
const pairsOf = (report: ArrayBuffer, slot: number, capacity: number, count: number) =>
  new Float32Array(report, 4 * (reportHead + 2 * slot * capacity), 2 * count);

/** Mean loss and share of right answers of a slot. */
export function outcomeOf(
  report: ArrayBuffer,
  slot: number,
  capacity: number,
  count: number,
  isClassified: boolean,
): StepOutcome {
  const pairs = pairsOf(report, slot, capacity, count);
  let loss = 0;
  let right = 0;
  for (let sample = 0; sample < count; sample++) {
    loss += pairs[2 * sample] ?? 0;
    const answer = pairs[2 * sample + 1] ?? 0;
    // 1 where right; an answer that a faulty device has scaled is neither right nor wrong.
    if (answer > 0) right += answer / Math.max(1, Math.round(answer));
  }
  return { loss: loss / count, accuracy: isClassified ? right / count : Number.NaN };
}

/** The outcome of a slot with the loss and the answer of every sample. */
export function answersOf(
  report: ArrayBuffer,
  slot: number,
  capacity: number,
  count: number,
  isClassified: boolean,
): Answered {
  const pairs = pairsOf(report, slot, capacity, count);
  return {
    ...outcomeOf(report, slot, capacity, count, isClassified),
    losses: pairs.filter((_, i) => i % 2 === 0),
    answers: isClassified
      ? Uint8Array.from({ length: count }, (_, i) => Math.abs(pairs[2 * i + 1] ?? 0) - 1)
      : new Uint8Array(),
  };
}

/** The norms at the end of a report, [depth + 1, 4]. */
export function normsOf(report: ArrayBuffer, at: number, depth: number): MeasuredNorms {
  const words = new Float32Array(report, 4 * at, 4 * (depth + 1));
  const column = (index: number) =>
    Float32Array.from({ length: depth + 1 }, (_, d) => {
      const log = words[4 * d + index] ?? zeroLog;
      return log <= zeroLog ? Number.NEGATIVE_INFINITY : log;
    });
  const weightGradient = column(2);
  weightGradient[0] = weightGradient[1] ?? 0;
  return { delta: column(0), activation: column(1), weightGradient };
}
