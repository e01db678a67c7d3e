import type { BackendName } from '#engine/device/protocol.ts';

/** A way to train: a backend, and by which of the two implementations. */
export interface Way {
  readonly implementation: 'fused' | 'composed';
  readonly backend: BackendName;
}
