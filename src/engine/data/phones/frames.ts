import type { Split } from '#engine/data/dataSet.ts';
import { featureCount } from './features.ts';
import type { Utterance } from './utterances.ts';

/** Frames around the one that is named, itself among them. */
const contextFrames = 11;
/** Inputs of a network that hears phones. */
export const frameInputs = contextFrames * featureCount;

/** Mean and deviation of every feature. */
export interface FeatureMoments {
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
}

export function momentsOf(utterances: readonly Utterance[]): FeatureMoments {
  const sums = new Float64Array(featureCount);
  const squares = new Float64Array(featureCount);
  let frames = 0;
  for (const { features, labels } of utterances) {
    frames += labels.length;
    for (const [i, value] of features.entries()) {
      const k = i % featureCount;
      sums[k] = (sums[k] ?? 0) + value;
      squares[k] = (squares[k] ?? 0) + value * value;
    }
  }
  const mean = sums.map((sum) => sum / frames);
  return { mean, deviation: squares.map((sum, k) => Math.sqrt(sum / frames - (mean[k] ?? 0) ** 2)) };
}

/** Every frame of some utterances with the frames around it, the ends repeated, standardised feature by feature: [frames, frameInputs]. */
export function framesOf(utterances: readonly Utterance[], { mean, deviation }: FeatureMoments): Split {
  const count = utterances.reduce((sum, { labels }) => sum + labels.length, 0);
  const inputs = new Float32Array(count * frameInputs);
  const labels = new Uint8Array(count);
  let place = 0;
  for (const utterance of utterances) {
    const last = utterance.labels.length - 1;
    const standard = utterance.features.map(
      (value, i) => (value - (mean[i % featureCount] ?? 0)) / (deviation[i % featureCount] ?? 1),
    );
    for (const [frame, label] of utterance.labels.entries()) {
      for (let k = 0; k < contextFrames; k++) {
        const from = Math.max(0, Math.min(last, frame + k - (contextFrames - 1) / 2));
        const part = standard.subarray(from * featureCount, (from + 1) * featureCount);
        inputs.set(part, place * frameInputs + k * featureCount);
      }
      labels[place] = label;
      place += 1;
    }
  }
  return { count, inputs, labels };
}

/** A split whose samples after the first `kept` are in the order of drawn numbers, so that any part of them is like the whole. */
export function shuffledAfter(kept: number, split: Split, uniform: () => number): Split {
  const drawn = Array.from({ length: split.count }, (_, i) => ({ i, key: i < kept ? -1 : uniform() }));
  const order = drawn.toSorted((a, b) => a.key - b.key);
  const inputs = new Float32Array(split.inputs.length);
  const labels = new Uint8Array(split.count);
  for (const [place, { i }] of order.entries()) {
    inputs.set(split.inputs.subarray(i * frameInputs, (i + 1) * frameInputs), place * frameInputs);
    labels[place] = split.labels[i] ?? 0;
  }
  return { count: split.count, inputs, labels };
}
