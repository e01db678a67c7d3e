import { readKernel } from '#engine/device/readKernel.ts';
import { activeCrew } from '#engine/wasm/crewBackend.ts';
import type { FreeSlice, FreeWay } from './freeSlice.ts';
import { createFreeState, disposeFreeState, runFreeSlice } from './freeSliceCall.ts';
import { freeSliceReference } from './freeSliceReference.ts';

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
  readonly way: FreeWay;
}

/** Fresh state for a batch. */
export function createFreeBatchState(batch: number, { layers, floats, way }: FreeNetworks): FreeBatchState {
  const crew = activeCrew();
  if (crew && way !== 'vectors') {
    const { walk, dispose } = crew.start(batch);
    return { walk: (slice) => walk({ kind: 'free', slice, layers }), dispose };
  }
  if (crew) {
    // The crew has no kernel for kept vectors: they are walked in TypeScript.
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
