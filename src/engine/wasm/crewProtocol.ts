import type { FreeSlice } from '#engine/kernels/freeSlice/freeSlice.ts';
import type { WalkSlice } from '#engine/kernels/walkSlice/walkSlice.ts';

/**
 * A slice of walks by matrices, or of matrix-free ones with the table of their layers (`freeLayers`). `from`: the first walk of
 * the batch whose increments are asked for.
 */
export type CrewWork =
  | { readonly kind: 'matrices'; readonly slice: WalkSlice }
  | {
      readonly kind: 'free';
      readonly slice: FreeSlice;
      readonly layers: Float32Array;
      readonly from: number;
    };

/** What a member of the crew is asked for. `batch` is its number; its state is made at the first slice. */
export type CrewOrder =
  /** The first order: what to walk with. */
  | { readonly kind: 'begin'; readonly module: WebAssembly.Module }
  | { readonly kind: 'walk'; readonly batch: number; readonly work: CrewWork }
  | { readonly kind: 'end'; readonly batch: number };

/** What it answers: that it is there, and to each `walk` its increments or why there are none. */
export type CrewAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'walked'; readonly batch: number; readonly increments: Float32Array }
  /** `isMemory`: there is no room for so many walks. */
  | {
      readonly kind: 'failed';
      readonly batch: number;
      readonly isMemory: boolean;
      readonly detail: string;
    };
