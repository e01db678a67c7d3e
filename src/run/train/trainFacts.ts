import type { LayerNorms } from '#engine/train/protocol.ts';
import type { Pass } from '#theory/pass.ts';
import { meanBetween, type RunningSums } from './runningSums.ts';
import type { TrainRecord } from './trainRecord.ts';

/**
 * ln of a squared norm at every layer back from the output, relative to where the pass begins, as the walk shows it:
 * [depth + 1]. Deltas and weight gradients begin at the output (index 0), activations at the input (index depth).
 * Entry k >= 1 of the weight gradients is the k-th matrix back; entry 0 is its reference, 0.
 */
export function relativeNorms(norms: LayerNorms, pass: Pass): Float32Array {
  const depth = norms.delta.length - 1;
  const length = { length: depth + 1 };
  if (pass === 'backward') {
    return Float32Array.from(length, (_, k) => (norms.delta[depth - k] ?? 0) - (norms.delta[depth] ?? 0));
  }
  if (pass === 'forward') {
    return Float32Array.from(
      length,
      (_, k) => (norms.activation[depth - k] ?? 0) - (norms.activation[0] ?? 0),
    );
  }
  const last = norms.weightGradient[depth] ?? 0;
  return Float32Array.from(length, (_, k) =>
    k === 0 ? 0 : (norms.weightGradient[depth - k + 1] ?? 0) - last,
  );
}

/** Points of a curve over steps. */
export type StepPoints = readonly (readonly [step: number, value: number])[];

/** Points a curve is drawn from, at most about. */
const mostPoints = 400;

/** A long series as the means of equal stretches: what a thin line can show. */
export function thinnedSeries(sums: RunningSums, count: number): StepPoints {
  const stride = Math.max(1, Math.ceil(count / mostPoints));
  return Array.from({ length: Math.ceil(count / stride) }, (_, i) => {
    const [from, to] = [i * stride, Math.min(count, (i + 1) * stride)];
    return [from + (to - from - 1) / 2, meanBetween(sums, from, to)] as const;
  });
}

/** Means over a sliding stretch, a twentieth of what there is: the trend under the noise of mini-batches. */
export function smoothedSeries(sums: RunningSums, count: number): StepPoints {
  const reach = Math.max(1, Math.round(count / 40));
  const stride = Math.max(1, Math.ceil(count / mostPoints));
  const points = Array.from({ length: Math.ceil(count / stride) }, (_, i) => i * stride);
  return points.map(
    (step) =>
      [step, meanBetween(sums, Math.max(0, step - reach), Math.min(count, step + reach + 1))] as const,
  );
}

/** What a run has come to: means over the last tenth of its steps, and the last look at held-out samples. */
export interface TrainOutcome {
  readonly loss: number;
  /** Of unseen samples; null for encode or before the first look. */
  readonly accuracy: number | null;
  readonly heldOutLoss: number | null;
  /** Held-out error as a share of the best constant answer's; null for classify. */
  readonly errorShare: number | null;
}

export function trainOutcome({
  lossSums,
  step,
  heldOut,
  started,
  experiment,
}: TrainRecord): TrainOutcome | null {
  if (step === 0) return null;
  const last = heldOut.at(-1);
  const constant = started?.constantError ?? null;
  return {
    loss: meanBetween(lossSums, step - Math.max(1, Math.round(step / 10)), step),
    accuracy: last && experiment.task === 'classify' && Number.isFinite(last.accuracy) ? last.accuracy : null,
    heldOutLoss: last?.loss ?? null,
    errorShare: last && constant !== null ? last.loss / constant : null,
  };
}
