import { readKernel } from '#engine/device/readKernel.ts';
import { activeCrew } from '#engine/wasm/crewBackend.ts';
import type { WalkStateSetting } from './stateRows.ts';
import type { WalkSlice } from './walkSlice.ts';
import { createWalkState, disposeWalkState, runWalkSlice } from './walkSliceCall.ts';

/** A batch of walks by matrices on the active backend. Who makes it disposes of it. */
export interface BatchState {
  /** Walks a slice; what `runWalkSlice` returns, [batch, steps, 2]. Throws a `ReasonError` where the backend refuses. */
  walk(slice: WalkSlice): Promise<Float32Array>;
  dispose(): void;
}

/** Fresh state for a batch: with the crew where it walks, in tensors otherwise. */
export function createBatchState(batch: number, setting: WalkStateSetting): BatchState {
  const crew = activeCrew();
  if (crew) {
    const { walk, dispose } = crew.start(batch);
    return { walk: (slice) => walk({ kind: 'matrices', slice }), dispose };
  }
  const state = createWalkState(batch, setting);
  return {
    walk: (slice) => readKernel(() => runWalkSlice(slice, state)),
    dispose: () => disposeWalkState(state),
  };
}
