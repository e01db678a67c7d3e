import type { RunControl } from '#engine/worker/runControl.ts';
import type { Slices } from '#engine/worker/scheduler.ts';
import { findGain } from './gainSearch.ts';
import type { GainSearch } from './protocol.ts';
import type { WalkJobRoom } from './walkSlices.ts';

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
      const found = yield* findGain(search, { maxBytes: backend.maxTensorBytes });
      post({ kind: 'gain', run, found, done: true });
      return;
    } catch (error) {
      if (!(await host.isReplaced(backend, error))) throw error;
    }
  }
}
