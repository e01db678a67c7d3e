import type { ReadyFrame } from '#engine/walk/protocol.ts';
import type { HostedBackend } from './backendHost.ts';
import type { DeviceErrors } from './deviceErrors.ts';

/** A second backend of this machine, beside the one that is open: for some sizes and kinds of work it is the faster one. */
export interface Rival {
  /**
   * The second backend, opened when it is first asked for, between two slices of work; null where it does not open,
   * or has failed.
   */
  open(): Promise<OpenBackend | null>;
  /** Gives it up for good. */
  leave(): void;
}

/** An open backend of the walks, a rung of their ladder: what to tell the page, and what a run needs to know. */
export interface OpenBackend extends HostedBackend {
  readonly ready: ReadyFrame;
  /** The largest tensor a walk may allocate, in bytes. */
  readonly maxTensorBytes: number;
  /** What the device complained of where nobody listened. */
  readonly errors: DeviceErrors;
  /** Makes it what kernels run on: TensorFlow.js has one active backend. Called before every slice of work. */
  activate(): Promise<void>;
  /** Another of this machine that may be faster for some work; null where there is none to be asked. */
  readonly rival: Rival | null;
  /** Tensors and device buffers in use. */
  usage(): { readonly tensors: number; readonly buffers: number };
}

/** A batch's largest tensor on the processor. */
export const processorBytes = 128 * 2 ** 20;
