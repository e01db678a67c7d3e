import type { Dispatch } from './dispatch.ts';
import type { FusedGrid, FusedSizes, StorageName } from './storage.ts';

/** The buffers and pipelines of one network on a device, and the way to run commands on them. */
export interface FusedDevice {
  readonly grid: FusedGrid;
  readonly sizes: FusedSizes;
  /** Writes values from a byte on. */
  write(name: StorageName, values: Float32Array<ArrayBuffer> | Uint32Array<ArrayBuffer>, at?: number): void;
  /**
   * Submits commands as one unit of work. `gradient` binds the gradient's buffer in place of the moments. The answer
   * rejects with a `ReasonError` if the device refuses.
   */
  submit(dispatches: readonly Dispatch[], into: 'moments' | 'gradient'): Promise<void>;
  /** Bytes of a buffer, all of them or some. */
  read(name: StorageName, offset?: number, size?: number): Promise<ArrayBuffer>;
  dispose(): void;
}
