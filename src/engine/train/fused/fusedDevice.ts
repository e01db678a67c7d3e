import type { Dispatch } from './dispatch.ts';
import type { FusedSizes, StorageName } from './storage.ts';

/** How the kernels divide their work on a device. */
export interface FusedGrid {
  /** Samples a thread takes at once. */
  readonly tile: number;
  /** Samples a workgroup takes through the network. */
  readonly groupSamples: number;
  /** Quads of units a workgroup makes of a layer; less than all means one layer a dispatch. */
  readonly groupQuads: number;
  /** Samples the buffers have room for: whole groups. */
  readonly capacity: number;
}

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
