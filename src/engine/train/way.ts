import type { BackendName } from '#engine/device/protocol.ts';
import type { EngineReason } from '#engine/worker/reason.ts';

/** A way to train: a backend, and by which of the implementations. */
export interface Way {
  readonly implementation: 'fused' | 'wasm' | 'composed';
  readonly backend: BackendName;
}

/** What led to the way a run is computed. */
export type WayReason =
  /** Gradients of fused against composed: largest relative difference, and the largest that passes. */
  | { readonly code: 'compared'; readonly difference: number; readonly allowed: number }
  /** A step of each, fastest first; infinite for a way that did not start. */
  | { readonly code: 'raced'; readonly times: readonly { readonly way: Way; readonly ms: number }[] }
  /** The WebGPU adapter is software: the processor does the same work by itself. */
  | { readonly code: 'software' }
  | { readonly code: 'unusable'; readonly way: Way; readonly reason: EngineReason };
