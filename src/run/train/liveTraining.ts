import type {
  Divergence,
  ExamplesFrame,
  HeldOut,
  LayerNorms,
  Preparation,
  StartedFrame,
  SurfaceFrame,
  TrainFrame,
} from '#engine/train/protocol.ts';
import type { Experiment, ParameterKey } from '#experiment/experiment.ts';

/** A setting that was changed while the run went on. */
export interface Retuning {
  readonly step: number;
  readonly key: 'rate' | 'momentum';
  readonly value: number;
}

/** All that has arrived of one training run. */
export interface TrainRecord {
  /** The experiment as it was when the run began. */
  readonly experiment: Experiment;
  /** Why it was begun anew: the settings that changed. */
  readonly changed: readonly ParameterKey[];
  /** What is being made ready; null once the run has started. */
  readonly preparing: Preparation | null;
  readonly started: StartedFrame | null;
  readonly step: number;
  /** Mean loss of every step; entries beyond `step` mean nothing. */
  readonly losses: Float32Array;
  readonly accuracies: Float32Array;
  readonly norms: readonly LayerNorms[];
  readonly heldOut: readonly HeldOut[];
  readonly examples: ExamplesFrame | null;
  readonly surface: SurfaceFrame | null;
  readonly retunings: readonly Retuning[];
  readonly elapsedMs: number;
  readonly scriptMs: number;
  readonly diverged: Divergence | null;
  readonly done: boolean;
}

export function emptyTrainRecord(experiment: Experiment, changed: readonly ParameterKey[]): TrainRecord {
  return {
    experiment,
    changed,
    preparing: 'engine',
    started: null,
    step: 0,
    losses: new Float32Array(experiment.steps),
    accuracies: new Float32Array(experiment.steps),
    norms: [],
    heldOut: [],
    examples: null,
    surface: null,
    retunings: [],
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

/** The record with a frame's steps behind those it has; the long arrays are written, not copied. */
export function withTrainFrame(record: TrainRecord, frame: TrainFrame): TrainRecord {
  const end = record.step + frame.losses.length;
  const losses = grown(record.losses, end);
  const accuracies = grown(record.accuracies, end);
  losses.set(frame.losses, record.step);
  accuracies.set(frame.accuracies, record.step);
  return {
    ...record,
    step: frame.step,
    losses,
    accuracies,
    norms: frame.norms.length > 0 ? [...record.norms, ...frame.norms] : record.norms,
    heldOut: frame.heldOut ? [...record.heldOut, frame.heldOut] : record.heldOut,
    examples: frame.examples ?? record.examples,
    surface: frame.surface ?? record.surface,
    elapsedMs: frame.elapsedMs,
    scriptMs: frame.scriptMs,
    diverged: frame.diverged,
    done: frame.done,
  };
}

/** The training on the screen: reaches the plots by subscription, not by render. */
export interface LiveTraining {
  current(): TrainRecord | null;
  subscribe(listener: () => void): () => void;
  show(record: TrainRecord): void;
  /** Replaces parts of the current record; does nothing where there is none. */
  amend(change: (record: TrainRecord) => Partial<TrainRecord>): void;
}

export function createLiveTraining(): LiveTraining {
  let record: TrainRecord | null = null;
  const listeners = new Set<() => void>();
  function show(next: TrainRecord): void {
    record = next;
    for (const listener of listeners) listener();
  }
  return {
    current: () => record,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show,
    amend(change) {
      if (record) show({ ...record, ...change(record) });
    },
  };
}
