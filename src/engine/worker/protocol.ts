import type { BackendChoice } from '#engine/device/protocol.ts';

import type { EngineReason } from './reason.ts';

/** Where several runs of one engine wait, the first of these goes first: `screen` is what somebody looks at. */
export const priorities = ['screen', 'reference', 'sweep', 'hidden'] as const;
export type Priority = (typeof priorities)[number];

/** What the page may ask of a run that it has begun. */
export type RunCommand = 'pause' | 'resume' | 'step' | 'cancel';

/** Page to worker, for every engine. `run` identifies a run; several may be under way at once. */
export type EngineRequest<Job, Note = never> =
  | { readonly kind: 'open'; readonly backend: BackendChoice }
  | {
      readonly kind: 'begin';
      readonly run: number;
      readonly job: Job;
      readonly paused: boolean;
      readonly priority: Priority;
    }
  | { readonly kind: RunCommand; readonly run: number }
  | { readonly kind: 'rank'; readonly run: number; readonly priority: Priority }
  /** Tells a run something while it goes on. */
  | { readonly kind: 'note'; readonly run: number; readonly note: Note };

/** Worker to page: how a run ended that has no last frame of its own. */
export type EndFrame =
  | { readonly kind: 'cancelled'; readonly run: number }
  | { readonly kind: 'failed'; readonly run: number; readonly reason: EngineReason };

/** Said by the client itself: the worker died with the run, and a fresh one begins its job again. */
export interface AgainFrame {
  readonly kind: 'again';
  readonly run: number;
  readonly reason: EngineReason;
}

/** Worker to page: memory in use by the engine when a run was put away (tests, diagnostics). */
export interface MemoryFrame {
  readonly kind: 'memory';
  readonly run: number;
  readonly tensors: number;
  readonly buffers: number;
}
