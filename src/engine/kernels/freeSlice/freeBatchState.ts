import { readKernel } from '#engine/device/readKernel.ts';
import { activeCrew } from '#engine/wasm/crewBackend.ts';
import type { FreeSlice } from './freeSlice.ts';
import { createFreeState, disposeFreeState, runFreeSlice } from './freeSliceCall.ts';
import { freeSliceReference } from './freeSliceReference.ts';

/** A batch of matrix-free walks on the active backend. Who makes it disposes of it. */
export interface FreeBatchState {
  /** Walks a slice; what `runFreeSlice` returns, [batch, steps]. Throws a `ReasonError` where the backend refuses. */
  walk(slice: FreeSlice): Promise<Float32Array>;
  dispose(): void;
}

/** Fresh state for a batch of networks of a table of layers (`freeLayers`); `floats` are kept of each walk. */
export function createFreeBatchState(layers: Float32Array, batch: number, floats: number): FreeBatchState {
  if (activeCrew()) {
    // The crew has no kernel for these: they are walked in TypeScript.
    const kept = new Float32Array(Math.max(8, batch * floats));
    const arrays = { layers, carried: new Float32Array(4 * batch), kept };
    return { walk: async (slice) => freeSliceReference(slice, arrays), dispose: () => undefined };
  }
  const state = createFreeState(layers, batch, floats);
  return {
    walk: (slice) => readKernel(() => runFreeSlice(slice, state)),
    dispose: () => disposeFreeState(state),
  };
}
