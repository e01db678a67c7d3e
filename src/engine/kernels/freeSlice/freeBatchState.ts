import { readKernel } from '#engine/device/readKernel.ts';
import { activeCrew } from '#engine/wasm/crewBackend.ts';
import type { FreeSlice } from './freeSlice.ts';
import { createFreeState, disposeFreeState, runFreeSlice } from './freeSliceCall.ts';

/** A batch of matrix-free walks on the active backend. Who makes it disposes of it. */
export interface FreeBatchState {
  /**
   * Walks a slice; what `runFreeSlice` returns, of the walks of the batch from one on, [batch - from, steps]. Throws a
   * `ReasonError` where the backend refuses.
   */
  walk(slice: FreeSlice, from: number): Promise<Float32Array>;
  dispose(): void;
}

/** What a batch of networks is made of: the table of their layers (`freeLayers`), and floats that are kept of each walk. */
export interface FreeNetworks {
  readonly layers: Float32Array;
  readonly floats: number;
}

/** Fresh state for a batch. */
export function createFreeBatchState(batch: number, { layers, floats }: FreeNetworks): FreeBatchState {
  const crew = activeCrew();
  if (crew) {
    const { walk, dispose } = crew.start(batch);
    return { walk: (slice, from) => walk({ kind: 'free', slice, layers, from }), dispose };
  }
  const state = createFreeState(layers, batch, floats);
  return {
    async walk(slice, from) {
      const values = await readKernel(() => runFreeSlice(slice, state));
      return values.subarray(from * slice.steps);
    },
    dispose: () => disposeFreeState(state),
  };
}
