import type { DataName } from '#engine/data/dataNames.ts';
import type { PictureShape, Plane } from '#engine/data/dataSet.ts';
import type { HeardUtterance } from '#engine/data/heardUtterance.ts';
import type { BackendFault, BackendName } from '#engine/device/protocol.ts';
import type {
  ChooseRequest,
  FileFrame,
  FileRequest,
  IntakeFrame,
  KeptFrame,
  KeptRequest,
  TakeRequest,
} from '#engine/train/intake/intakeProtocol.ts';
import type { EndFrame, EngineRequest, MemoryFrame } from '#engine/worker/protocol.ts';
import type { EngineReason } from '#engine/worker/reason.ts';
import type { Checkpoint, Interruption } from './checkpoint.ts';
import type { TrainSettings, Tuning } from './trainSettings.ts';
import type { Way, WayReason } from './way.ts';

/** A training run as the engine is asked for it. */
export interface TrainJob {
  readonly settings: TrainSettings;
  /** Address of the folder that may hold MNIST beside the app. */
  readonly served: string;
  /** Null to begin at the first step. */
  readonly from: Checkpoint | null;
  /** Whether the page wants the network as it is at the end. */
  readonly isKept: boolean;
}

export type TrainRequest =
  | EngineRequest<TrainJob, Tuning>
  | TakeRequest
  | ChooseRequest
  | FileRequest
  | KeptRequest;

/** What is made ready before the first step. */
export type Preparation = 'engine' | 'data' | 'network';

/** How a run is computed, and on what; sent before its first step. */
export interface StartedFrame {
  readonly kind: 'started';
  readonly run: number;
  readonly backend: BackendName;
  /** The adapter's own name, or one of `namelessDevices`. */
  readonly device: string;
  readonly implementation: Way['implementation'];
  /** Why it is this one: the check of fused against composed, and the race where one was run. */
  readonly reasons: readonly WayReason[];
  /** The data set that is really used. */
  readonly data: DataName;
  readonly trainCount: number;
  readonly heldOutCount: number;
  /** Inputs of the network. */
  readonly inputs: number;
  readonly outputs: number;
  /** What the classes are called; null where they are counted from 0. */
  readonly classNames: readonly string[] | null;
  /** How a sample is shown as a picture; null for points of a plane and for sound. */
  readonly picture: PictureShape | null;
  /** Whether samples are points of a plane, over which classes are drawn. */
  readonly isPlane: boolean;
  /** Trained numbers of the network. */
  readonly parameters: number;
  /** Memory the network takes while it is trained, bytes. */
  readonly bytes: number;
  /** Why the data are not those that were asked for; null when they are. */
  readonly complaint: EngineReason | null;
  /** Loss of the best constant output: the entropy of the training samples' classes, or `constantError`. */
  readonly constantLoss: number;
  /** Mean squared error of the best constant output (encode), in the loss's own units; null for classify. */
  readonly constantError: number | null;
}

/** ln of squared norms of one network at one step; entries are -Infinity where a norm is zero in float32. */
export interface LayerNorms {
  /** The mini-batch's step: weights are those before it. */
  readonly step: number;
  /** Mean of ln |delta_d|^2 over the samples in which it is not zero, d = 0..D, [depth + 1]. */
  readonly delta: Float32Array;
  /** ln |dE/dW_d|^2 of the mini-batch's mean gradient, d = 1..D, at index d; index 0 repeats d = 1. [depth + 1] */
  readonly weightGradient: Float32Array;
  /** Mean of ln |h_d|^2 over the samples in which it is not zero, [depth + 1]. */
  readonly activation: Float32Array;
}

/** The network on samples that it is not trained on. */
export interface HeldOut {
  readonly step: number;
  readonly loss: number;
  /** Share of samples whose class is right; NaN for encode. */
  readonly accuracy: number;
  readonly samples: number;
}

/** Some held-out samples and what the network makes of them. */
export interface ExamplesFrame {
  readonly step: number;
  /** Raw inputs as grey values 0..1, [count, inputs]; or the points of a plane; or features of sound. */
  readonly inputs: Float32Array;
  readonly labels: Uint8Array;
  /** Probabilities of the classes, or reconstructions as grey values: [count, outputs]. */
  readonly outputs: Float32Array;
  readonly count: number;
  /** The utterance that the samples are the frames of; null where they are no sound. */
  readonly heard: HeardUtterance | null;
}

/** What the network makes of the held-out samples that were asked: of each class, and where it is most wrong. */
export interface AnswersFrame {
  readonly step: number;
  /** How many were asked. */
  readonly samples: number;
  /** Samples of a true class (row) that got an answer (column), [classes, classes]; null for encode. */
  readonly confusion: Uint32Array | null;
  /** Those of the highest loss, highest first. */
  readonly worst: ExamplesFrame;
  /** Their losses, [worst.count]. */
  readonly worstLosses: Float32Array;
}

/** The classes over the plane of a two-dimensional data set: the most probable one and its probability. */
export interface SurfaceFrame {
  readonly step: number;
  /** Points along a side, rows from the top. */
  readonly side: number;
  readonly plane: Plane;
  readonly classes: Uint8Array;
  readonly probabilities: Float32Array;
}

/** Where and why a run broke off. */
export interface Divergence {
  readonly step: number;
  readonly where: 'activation' | 'gradient' | 'loss' | 'weights';
  /** d, 0..D; D + 1 is the output layer. */
  readonly layer: number;
}

/** Training worker to page: some steps are done. */
export interface TrainFrame {
  readonly kind: 'train';
  readonly run: number;
  /** Steps done so far. */
  readonly step: number;
  /** Learning rate of step 0 with which the next step is made: found, or given. */
  readonly rate: number;
  /** Mean loss of each mini-batch since the frame before, before its update. */
  readonly losses: Float32Array;
  /** Share of right answers of each of these mini-batches; NaN for encode. */
  readonly accuracies: Float32Array;
  readonly norms: readonly LayerNorms[];
  readonly heldOut: HeldOut | null;
  readonly examples: ExamplesFrame | null;
  readonly answers: AnswersFrame | null;
  readonly surface: SurfaceFrame | null;
  readonly elapsedMs: number;
  /** JavaScript time spent in the steps so far, ms. */
  readonly scriptMs: number;
  readonly diverged: Divergence | null;
  readonly done: boolean;
}

/** Training worker to page: the run goes on from a checkpoint; steps after it are made again. */
export interface ResumedFrame {
  readonly kind: 'resumed';
  readonly run: number;
  /** Steps that stand. */
  readonly step: number;
  /** Null where the page itself asked for it. */
  readonly interruption: Interruption | null;
}

/** Training worker to page: the loss left what the learning rate allows; the steps from `step` on are made again with half of it. */
export interface HalvedFrame {
  readonly kind: 'halved';
  readonly run: number;
  /** Steps that stand. */
  readonly step: number;
  readonly rate: number;
}

/** Training worker to page: a copy of the newest checkpoint, in case the worker dies. */
export interface CheckpointFrame {
  readonly kind: 'checkpoint';
  readonly run: number;
  readonly checkpoint: Checkpoint;
}

/** What a training run sends. */
export type TrainRunFrame =
  | { readonly kind: 'preparing'; readonly run: number; readonly what: Preparation }
  | StartedFrame
  | ResumedFrame
  | HalvedFrame
  | TrainFrame
  | CheckpointFrame
  | MemoryFrame
  | EndFrame;

/** What the training engine says that belongs to no run. */
export type TrainNews =
  | { readonly kind: 'opened'; readonly faults: readonly BackendFault[] }
  | { readonly kind: 'broken'; readonly reason: EngineReason }
  | IntakeFrame
  | FileFrame
  | KeptFrame;
