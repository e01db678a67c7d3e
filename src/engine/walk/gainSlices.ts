import type { OpenBackend } from '#engine/device/rung.ts';
import type { RunControl } from '#engine/worker/runControl.ts';
import type { Slices } from '#engine/worker/scheduler.ts';
import { findGain } from './gainSearch.ts';
import type { GainSearch } from './protocol.ts';
import type { WalkJobRoom } from './walkJobRoom.ts';

/** Work whose every slice is done on a backend, which other work may have left for another meanwhile. */
async function* slicesOn<T>(backend: OpenBackend, work: AsyncGenerator<void, T>): AsyncGenerator<void, T> {
  try {
    for (;;) {
      await backend.activate();
      const next = await work.next();
      if (next.done) return next.value;
      yield;
    }
  } finally {
    await work.return(undefined as never);
  }
}

/** Searches for a gain; a search whose backend is lost begins again on the next one. */
export async function* gainSlices(
  search: GainSearch,
  { run }: RunControl,
  { host, post }: WalkJobRoom,
): Slices {
  for (;;) {
    yield;
    const backend = await host.current();
    try {
      const found = yield* slicesOn(backend, findGain(search, { maxBytes: backend.maxTensorBytes }));
      post({ kind: 'gain', run, found, done: true });
      return;
    } catch (error) {
      if (!(await host.isReplaced(backend, error))) throw error;
    }
  }
}
