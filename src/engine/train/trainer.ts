import type { Nonlinearity } from '#theory/nonlinearity.ts';
import type { NetworkShape, NetworkWeights, TrainState } from './network.ts';
import type { OptimizerName } from './optimizer.ts';
import type { Task } from './task.ts';

/** Samples to train on or to look at. */
export interface Batch {
  readonly count: number;
  /** Standardised inputs, [count, inputs]. */
  readonly inputs: Float32Array;
  /** Classes, [count]. */
  readonly labels: Uint8Array;
}

/** What one training step is told besides its samples. */
export interface StepTuning {
  readonly rate: number;
  readonly momentum: number;
}

export interface TrainStep {
  readonly batch: Batch;
  readonly tuning: StepTuning;
}

/** What a step saw before its update. */
export interface StepOutcome {
  /** Mean over samples; not finite when the run diverged. */
  readonly loss: number;
  /** Share of right answers; NaN when encoding. */
  readonly accuracy: number;
}

/** What a network makes of a batch that it does not learn from. */
export interface Answered extends StepOutcome {
  /** Loss of every sample, [count]; empty where the pass left float32. */
  readonly losses: Float32Array;
  /** The most probable class of every sample, [count]; empty for encode, and where the pass left float32. */
  readonly answers: Uint8Array;
}

/** A step whose numbers left float32; its update was not made. */
export interface StepFault {
  readonly where: 'activation' | 'gradient' | 'loss' | 'weights';
  readonly layer: number;
}

export interface StepOutcomes {
  /** One a step, up to the one before a fault. */
  readonly outcomes: readonly StepOutcome[];
  readonly fault: StepFault | null;
}

/** Log-norms of one backward pass, without learning (`LayerNorms` without its step). */
export interface MeasuredNorms {
  readonly delta: Float32Array;
  readonly weightGradient: Float32Array;
  readonly activation: Float32Array;
}

/** What a trainer is made for. */
export interface TrainerSetting {
  readonly shape: NetworkShape;
  readonly nonlinearity: Nonlinearity;
  readonly task: Task;
  readonly optimizer: OptimizerName;
  /** Largest batch it will be given. */
  readonly batch: number;
}

/** Signals of one pass, for the checks of the implementations: all [depth + 1, count, width]. */
export interface PassSignals {
  /** h_d */
  readonly activations: Float32Array;
  /** delta_d = dE_sample/da_d */
  readonly deltas: Float32Array;
}

/** A network that learns. Three implementations: fused WGSL kernels, kernels in WebAssembly, and TensorFlow.js operations. */
export interface Trainer {
  readonly implementation: 'fused' | 'wasm' | 'composed';
  /** How many batches it takes at once. */
  readonly mostSteps: number;
  /** Trains on batches one after another. Stops before the update of a step that leaves float32. */
  train(steps: readonly TrainStep[]): Promise<StepOutcomes>;
  /** What steps on these batches would see, without learning. At most `mostSteps` of them. */
  evaluate(batches: readonly Batch[]): Promise<readonly Answered[]>;
  /** Logits, or reconstructions in standardised units: [count, outputs]. */
  outputs(batch: Batch): Promise<Float32Array>;
  measure(batch: Batch): Promise<MeasuredNorms>;
  /** Gradient of the mean loss of a batch. */
  gradient(batch: Batch): Promise<NetworkWeights>;
  signals(batch: Batch): Promise<PassSignals>;
  weights(): Promise<NetworkWeights>;
  /** What another trainer needs to go on from here; the arrays are the caller's. */
  state(): Promise<TrainState>;
  /** Goes on from a state of this very network, and forgets its own. */
  restore(state: TrainState): Promise<void>;
  /** Memory held, bytes. */
  readonly bytes: number;
  dispose(): void;
}

/** Adam's other constants (Kingma & Ba 2015). */
export const adamSecondMoment = 0.999;
export const adamEpsilon = 1e-8;

/** Adam's first-moment constant: 0 stands for the usual 0.9. */
export const adamFirstMoment = (momentum: number) => (momentum > 0 ? momentum : 0.9);

/** A network that no step has changed yet. */
export const freshState = (weights: NetworkWeights): TrainState => ({ weights, moments: [], updates: 0 });
