import type { ReadyFrame } from '#engine/walk/protocol.ts';
import type { HostedBackend } from './backendHost.ts';
import type { DeviceErrors } from './deviceErrors.ts';

/** An open backend of the walks, a rung of their ladder: what to tell the page, and what a run needs to know. */
export interface OpenBackend extends HostedBackend {
  readonly ready: ReadyFrame;
  /** The largest tensor a walk may allocate, in bytes. */
  readonly maxTensorBytes: number;
  /** What the device complained of where nobody listened. */
  readonly errors: DeviceErrors;
  /** Tensors and device buffers in use. */
  usage(): { readonly tensors: number; readonly buffers: number };
}

/** A batch's largest tensor on the processor. */
export const processorBytes = 128 * 2 ** 20;
