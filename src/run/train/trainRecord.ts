import type { Checkpoint, Interruption } from '#engine/train/checkpoint.ts';
import type {
  AnswersFrame,
  Divergence,
  ExamplesFrame,
  HalvedFrame,
  HeldOut,
  LayerNorms,
  Preparation,
  StartedFrame,
  SurfaceFrame,
  TrainFrame,
  TrainRunFrame,
} from '#engine/train/protocol.ts';
import type { AgainFrame } from '#engine/worker/protocol.ts';
import type { EngineReason } from '#engine/worker/reason.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { addSums, grownSums, type RunningSums } from './runningSums.ts';
import type { PlanChange, TrainPlan } from './trainPlan.ts';

/** A setting that was changed while the run went on. */
export interface Retuning {
  readonly step: number;
  readonly key: 'rate' | 'momentum';
  readonly value: Experiment['rate'];
}

/** A run that was taken up again: the steps that stood, and what had happened. */
export interface Interrupted {
  readonly step: number;
  readonly interruption: Interruption | { readonly because: 'worker'; readonly reason: EngineReason };
}

/** Where the learning rate was halved, and what it then was. */
export type Halving = Pick<HalvedFrame, 'step' | 'rate'>;

/** All that has arrived of one training run. Long series are written in place; their lengths tell how far. */
export interface TrainRecord {
  readonly plan: TrainPlan;
  /** The experiment as it was when the run began. */
  readonly experiment: Experiment;
  /** Why it was begun anew. */
  readonly changed: readonly PlanChange[];
  /** What is being made ready; null once the run has started. */
  readonly preparing: Preparation | null;
  readonly started: StartedFrame | null;
  readonly step: number;
  /** Mean loss of every step; entries beyond `step` mean nothing. */
  readonly losses: Float32Array;
  readonly accuracies: Float32Array;
  /** Their running sums, for means of stretches. */
  readonly lossSums: RunningSums;
  readonly accuracySums: RunningSums;
  readonly norms: LayerNorms[];
  readonly heldOut: readonly HeldOut[];
  readonly examples: ExamplesFrame | null;
  readonly answers: AnswersFrame | null;
  readonly surface: SurfaceFrame | null;
  readonly retunings: readonly Retuning[];
  /** Where the run was taken up again, and why. */
  readonly interruptions: readonly Interrupted[];
  readonly halvings: readonly Halving[];
  /** Where it can be taken up once more; null before the first. */
  readonly checkpoint: Checkpoint | null;
  /** Learning rate of step 0 as the run uses it; null before one is found. */
  readonly rate: number | null;
  readonly elapsedMs: number;
  readonly scriptMs: number;
  readonly diverged: Divergence | null;
  readonly done: boolean;
}

export function emptyTrainRecord(plan: TrainPlan, changed: readonly PlanChange[]): TrainRecord {
  const { experiment } = plan;
  return {
    plan,
    experiment,
    changed,
    preparing: 'engine',
    started: null,
    step: 0,
    losses: new Float32Array(experiment.steps),
    accuracies: new Float32Array(experiment.steps),
    lossSums: new Float64Array(experiment.steps + 1),
    accuracySums: new Float64Array(experiment.steps + 1),
    norms: [],
    heldOut: [],
    examples: null,
    answers: null,
    surface: null,
    retunings: [],
    interruptions: [],
    halvings: [],
    checkpoint: null,
    rate: null,
    elapsedMs: 0,
    scriptMs: 0,
    diverged: null,
    done: false,
  };
}

/** `values` with room for `length` entries. */
function grown(values: Float32Array, length: number): Float32Array {
  if (values.length >= length) return values;
  const longer = new Float32Array(Math.max(length, 2 * values.length));
  longer.set(values);
  return longer;
}

/** The record with a frame's steps behind those it has; the long series are written, not copied. */
function withSteps(record: TrainRecord, frame: TrainFrame): TrainRecord {
  const end = record.step + frame.losses.length;
  const losses = grown(record.losses, end);
  const accuracies = grown(record.accuracies, end);
  const lossSums = grownSums(record.lossSums, end);
  const accuracySums = grownSums(record.accuracySums, end);
  losses.set(frame.losses, record.step);
  accuracies.set(frame.accuracies, record.step);
  addSums(lossSums, record.step, frame.losses);
  addSums(accuracySums, record.step, frame.accuracies);
  record.norms.push(...frame.norms);
  return {
    ...record,
    step: frame.step,
    losses,
    accuracies,
    lossSums,
    accuracySums,
    heldOut: frame.heldOut ? [...record.heldOut, frame.heldOut] : record.heldOut,
    examples: frame.examples ?? record.examples,
    answers: frame.answers ?? record.answers,
    surface: frame.surface ?? record.surface,
    rate: frame.rate,
    elapsedMs: frame.elapsedMs,
    scriptMs: frame.scriptMs,
    diverged: frame.diverged,
    done: frame.done,
  };
}

/** The record without what came after a step: it is made again. */
function truncated(record: TrainRecord, step: number): TrainRecord {
  const stands = (seen: { readonly step: number }) => seen.step < step;
  return {
    ...record,
    step,
    norms: record.norms.filter(stands),
    heldOut: record.heldOut.filter(stands),
    elapsedMs: record.checkpoint?.elapsedMs ?? 0,
    scriptMs: record.checkpoint?.scriptMs ?? 0,
  };
}

function interruptedBy(record: TrainRecord, interrupted: Interrupted): TrainRecord {
  return {
    ...truncated(record, interrupted.step),
    interruptions: [...record.interruptions, interrupted],
  };
}

/** The record without the steps that are made again with half the learning rate. */
function halvedBy(record: TrainRecord, { step, rate }: HalvedFrame): TrainRecord {
  const { elapsedMs, scriptMs } = record;
  return {
    ...truncated(record, step),
    elapsedMs,
    scriptMs,
    rate,
    halvings: [...record.halvings, { step, rate }],
  };
}

/** The record with a frame. */
export function withTrainFrame(record: TrainRecord, frame: TrainRunFrame): TrainRecord {
  if (frame.kind === 'train') return withSteps(record, frame);
  if (frame.kind === 'started') return { ...record, started: frame, preparing: null };
  if (frame.kind === 'preparing') return record.started ? record : { ...record, preparing: frame.what };
  if (frame.kind === 'checkpoint') return { ...record, checkpoint: frame.checkpoint };
  if (frame.kind === 'halved') return halvedBy(record, frame);
  if (frame.kind !== 'resumed') return record;
  const { step, interruption } = frame;
  return interruption ? interruptedBy(record, { step, interruption }) : truncated(record, step);
}

/** What stands of a record whose worker died. */
export function afterDeath(record: TrainRecord, { reason }: AgainFrame): TrainRecord {
  const step = record.checkpoint?.step ?? 0;
  return interruptedBy(record, { step, interruption: { because: 'worker', reason } });
}
