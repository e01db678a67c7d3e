import { reportHead } from '#engine/kernels/trainStep/trainPrelude.ts';

/** The storage buffers in the order of their bindings, after the uniform block. */
export const storageNames = [
  'inputs',
  'labels',
  'parameters',
  'activations',
  'deltas',
  'report',
  'moments',
] as const;

/** What kinds of networks other than the plain one have besides. */
export type StorageName = (typeof storageNames)[number] | 'gradient' | 'further';

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

/** Sizes of the kernels' buffers, in bytes. */
export interface FusedSizes {
  /** Steps that can be submitted at once. */
  readonly slots: number;
  readonly inputs: number;
  readonly labels: number;
  readonly parameters: number;
  readonly activations: number;
  readonly deltas: number;
  readonly report: number;
  readonly moments: number;
  /** 0 for a plain network. */
  readonly further: number;
}

/** Where the norms begin in `report`, in words. */
export function normsAt({ capacity }: { readonly capacity: number }, slots: number): number {
  return reportHead + 2 * slots * capacity;
}
