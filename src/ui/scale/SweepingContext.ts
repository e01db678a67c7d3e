import { createContext, useContext, useSyncExternalStore } from 'react';
import type { SweepRecord } from '#run/sweeps/liveSweep.ts';
import type { Sweeping } from '#run/sweeps/sweeping.ts';

/** The sweeps that the scale view shows. */
export const SweepingContext = createContext<Sweeping | null>(null);

/** The sweeps; throws outside of a `SweepingContext`. */
export function useSweeping(): Sweeping {
  const sweeping = useContext(SweepingContext);
  if (!sweeping) throw new Error('No sweep is open.');
  return sweeping;
}

/** A part of the sweep on the screen that changes seldom; `select` must give equal answers for an unchanged part. */
export function useSweepRecord<T>(select: (record: SweepRecord) => T): T {
  const { live } = useSweeping();
  return useSyncExternalStore(live.subscribe, () => select(live.current()));
}
