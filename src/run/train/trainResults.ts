import type { Divergence } from '#engine/train/protocol.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { confusionRows } from './confusion.ts';
import type { TrainRecord } from './trainRecord.ts';

/** The results of the train view as plain JSON, as documented in docs/PROGRAMS.md. */
export interface TrainResults {
  readonly kind: 'train';
  readonly experiment: Experiment;
  /** Steps done. */
  readonly step: number;
  /** Learning rate of step 0 as used: found for this network, or the experiment's; null before one is found. */
  readonly rate: number | null;
  /** Mean loss of every mini-batch, [step]. */
  readonly loss: readonly number[];
  /** Share of right answers of every mini-batch, [step]; empty for encode. */
  readonly accuracy: readonly number[];
  /** Of the last look at the held-out samples; null for encode, before the first look, and where it left float32. */
  readonly testAccuracy: number | null;
  readonly testLoss: number | null;
  /** Of the same samples, how many of a true class (row) got an answer (column); null for encode, and before the first look. */
  readonly confusion: readonly (readonly number[])[] | null;
  /** ln |delta_d|^2, d = 0..depth, mean over the mini-batch's samples; null where a norm is zero in float32. */
  readonly gradientNorms: {
    readonly step: readonly number[];
    readonly perLayer: readonly (readonly (number | null)[])[];
  };
  /** The same for |dE/dW_d|^2 of the mini-batch and for |h_d|^2. */
  readonly weightGradientNorms: readonly (readonly (number | null)[])[];
  readonly activationNorms: readonly (readonly (number | null)[])[];
  readonly diverged: Divergence | null;
  /** Mean squared error of the best constant answer; null for classify. */
  readonly constantError: number | null;
  /** Data set that was used. */
  readonly data: string;
  /** Begins with the backend's name. */
  readonly backend: string;
  readonly elapsedMs: number;
  /** JavaScript time of the steps, ms. */
  readonly scriptMs: number;
  readonly stepsPerSecond: number;
}

const finiteOrNull = (value: number | undefined) =>
  value !== undefined && Number.isFinite(value) ? value : null;

const finite = (values: Float32Array) => Array.from(values, finiteOrNull);

/** What a record holds so far, as numbers that survive JSON; null before the run has started. */
export function trainResults(record: TrainRecord): TrainResults | null {
  const { experiment, started, step, norms, heldOut, elapsedMs } = record;
  if (!started) return null;
  const last = heldOut.at(-1);
  const isClassified = experiment.task === 'classify';
  return {
    kind: 'train',
    experiment,
    step,
    rate: record.rate,
    loss: Array.from(record.losses.subarray(0, step)),
    accuracy: isClassified ? Array.from(record.accuracies.subarray(0, step)) : [],
    testAccuracy: isClassified ? finiteOrNull(last?.accuracy) : null,
    testLoss: finiteOrNull(last?.loss),
    confusion: confusionRows(record),
    gradientNorms: { step: norms.map((one) => one.step), perLayer: norms.map(({ delta }) => finite(delta)) },
    weightGradientNorms: norms.map(({ weightGradient }) => finite(weightGradient)),
    activationNorms: norms.map(({ activation }) => finite(activation)),
    diverged: record.diverged,
    constantError: started.constantError,
    data: started.data,
    backend: `${started.backend} (${started.device}), ${started.implementation}`,
    elapsedMs,
    scriptMs: record.scriptMs,
    stepsPerSecond: (1000 * step) / Math.max(elapsedMs, 0.1),
  };
}
