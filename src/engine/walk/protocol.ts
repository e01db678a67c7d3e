import type { BackendFault, BackendName, SelfTestReport } from '#engine/device/protocol.ts';
import type { EndFrame, MemoryFrame } from '#engine/worker/protocol.ts';
import type { EngineReason } from '#engine/worker/reason.ts';
import type { Nonlinearity } from '#theory/nonlinearity.ts';
import type { Norm } from '#theory/norm.ts';
import type { Pass } from '#theory/pass.ts';
import type { WeightLaw } from '#theory/weightLaw.ts';

/** Whether every walk has a network of its own, or all walks share one and differ in input and delta_D. */
export const ensembleNames = ['networks', 'inputs'] as const;
export type Ensemble = (typeof ensembleNames)[number];

/** How walks are made: by real matrices, or matrix-free by the exact law of what a matrix does to a vector. */
export const samplerNames = ['matrices', 'free'] as const;
export type Sampler = (typeof samplerNames)[number];

/** What the entries of a layer's weights are scaled by: the width it receives from, or the one it sends to. */
export const scalingNames = ['fanin', 'fanout'] as const;
export type Scaling = (typeof scalingNames)[number];

/** Everything a run of walks depends on, as numbers: the gain is resolved, nothing is `auto`. */
export interface WalkSettings {
  readonly nonlinearity: Nonlinearity;
  readonly weights: WeightLaw;
  readonly pass: Pass;
  readonly ensemble: Ensemble;
  readonly sampler: Sampler;
  /** D, 1..1000. */
  readonly depth: number;
  /** N, 1..1024. */
  readonly width: number;
  /** g, above 0. */
  readonly gain: number;
  /** s: standard deviation of the pre-activations a_0. */
  readonly inputScale: number;
  /** Standard deviation of every bias. */
  readonly biasDeviation: number;
  /** alpha of residual branches h + alpha f(..); 0 for a plain network. */
  readonly residual: number;
  /** 1 for a recurrent network: one matrix and one vector of biases in every layer, walked by matrices only; else 0. */
  readonly tied: number;
  /** Normalisation of what enters every matrix. */
  readonly norm: Norm;
  /** n_0..n_D of a network of one's own, depth + 1 of them, walked matrix-free only; null for layers of `width`. */
  readonly widths: readonly number[] | null;
  /** The variance 1/n of W_d's entries: n is n_(d-1) (fan-in) or n_d (fan-out). */
  readonly scaling: Scaling;
  /** Root seed, 0..2^32 - 1. */
  readonly seed: number;
  /** How many walks, 1..100000. */
  readonly walks: number;
}

/** The question which gain makes <ln Z> zero, where only walks can answer it. Equal questions have equal answers. */
export interface GainSearch {
  readonly nonlinearity: Nonlinearity;
  /** `gaussian` or `orthogonal`: searched matrix-free. */
  readonly weights: WeightLaw;
  readonly depth: number;
  readonly width: number;
  readonly inputScale: number;
  readonly biasDeviation: number;
  /** Where the search starts: mean field's answer. */
  readonly start: number;
}

/** A gain found by walking, with its standard error. */
export interface FoundGain {
  readonly value: number;
  readonly error: number;
}

/** What the engine can be asked for: walks, or the gain that makes <ln Z> zero. */
export type WalkJob =
  | { readonly kind: 'walk'; readonly settings: WalkSettings }
  | { readonly kind: 'gain'; readonly search: GainSearch };

/** Worker to page: a device was opened (at start, or again after a loss). */
export interface ReadyFrame {
  readonly kind: 'ready';
  readonly backend: BackendName;
  /** The adapter's own name, or one of `namelessDevices`. */
  readonly device: string;
  /** True when WebGPU runs on the processor (SwiftShader, llvmpipe). */
  readonly software: boolean;
  readonly selfTest: SelfTestReport;
  /** The rungs that were tried before and why they were left. */
  readonly faults: readonly BackendFault[];
}

/** Statistics of ln Z over the living walks so far; arrays have depth + 1 entries, index 0 is 0. */
export interface WalkMoments {
  readonly mean: Float64Array;
  readonly variance: Float64Array;
  readonly stderrMean: Float64Array;
  readonly stderrVariance: Float64Array;
}

/** Worker to page: a slice of a run is done. Fields other than `paths` and `final` are totals so far. */
export interface WalkFrame {
  readonly kind: 'walk';
  readonly run: number;
  /** Walks finished so far, dead ones included. */
  readonly walks: number;
  /** How many of them died (gradient exactly zero, or below float32). */
  readonly dead: number;
  readonly moments: WalkMoments;
  /** The walks of this slice in walk order, dead ones as -Infinity from the layer of their death on:
   * [pathCount, depth + 1] row by row. Only the run's first `pathLimit` walks have paths. */
  readonly paths: Float32Array;
  readonly pathCount: number;
  /** ln Z at the last layer of each walk of this slice, in walk order; -Infinity when dead. */
  readonly final: Float32Array;
  readonly elapsedMs: number;
  /** 0 where no weight is multiplied: matrix-free. */
  readonly weightsPerSecond: number;
  /** True on the last frame of the run. */
  readonly done: boolean;
}

/** How many walks of a run are sent with their whole path, to be drawn. */
export const pathLimit = 500;

/** What a backend did in a race. */
export interface RaceTime {
  readonly backend: BackendName;
  /** The adapter's own name, or one of `namelessDevices`. */
  readonly device: string;
  /** Weights a ms in the best slice, or as many as took the time; 0 where it did not walk at all. */
  readonly weightsPerMs: number;
}

/** Worker to page: what a run is computed on; said again when another backend takes over. */
export interface WalkStartedFrame {
  readonly kind: 'started';
  readonly run: number;
  readonly backend: BackendName;
  /** The adapter's own name, or one of `namelessDevices`. */
  readonly device: string;
  /** How fast the machine's backends were with a run like this one; empty where only one was asked. */
  readonly raced: readonly RaceTime[];
}

/** Worker to page: the answer to a search; null where no gain was found near its start. */
export interface GainFrame {
  readonly kind: 'gain';
  readonly run: number;
  readonly found: FoundGain | null;
  readonly done: true;
}

/** What a run of the engine sends. */
export type WalkRunFrame = WalkStartedFrame | WalkFrame | GainFrame | MemoryFrame | EndFrame;

/** What the engine says of itself. */
export type EngineNews =
  | ReadyFrame
  /** The device went away or was left; a `ready` frame follows when another was opened. */
  | { readonly kind: 'lost'; readonly fault: BackendFault }
  /** Nothing could be opened. */
  | { readonly kind: 'broken'; readonly reason: EngineReason };
