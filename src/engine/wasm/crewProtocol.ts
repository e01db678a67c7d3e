import type { WalkSlice } from '#engine/kernels/walkSlice/walkSlice.ts';

/** What a member of the crew is asked for. `batch` is its number; its state is made at the first slice. */
export type CrewOrder =
  /** The first order: what to walk with. */
  | { readonly kind: 'begin'; readonly module: WebAssembly.Module }
  | { readonly kind: 'walk'; readonly batch: number; readonly slice: WalkSlice }
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
