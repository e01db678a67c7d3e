import { readKernel } from '#engine/device/readKernel.ts';
import { activeCrew } from '#engine/wasm/crewBackend.ts';
import type { FreeSlice } from './freeSlice.ts';
import { createFreeState, disposeFreeState, runFreeSlice } from './freeSliceCall.ts';

/** A batch of matrix-free walks on the active backend. Who makes it disposes of it. */
export interface FreeBatchState {
  /** Walks a slice; what `runFreeSlice` returns, [batch, steps]. Throws a `ReasonError` where the backend refuses. */
  walk(slice: FreeSlice): Promise<Float32Array>;
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
    return { walk: (slice) => walk({ kind: 'free', slice, layers }), dispose };
  }
  const state = createFreeState(layers, batch, floats);
  return {
    walk: (slice) => readKernel(() => runFreeSlice(slice, state)),
    dispose: () => disposeFreeState(state),
  };
}
