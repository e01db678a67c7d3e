import { createContext, useContext, useSyncExternalStore } from 'react';
import type { RunState } from '#run/runState.ts';
import type { Sweep } from '#run/sweeps/sweep.ts';
import type { SweepRecord } from '#run/sweeps/sweepRecord.ts';

/** The sweeps that the scale view shows. */
export const SweepContext = createContext<Sweep | null>(null);

/** The sweeps; throws outside of a `SweepContext`. */
export function useSweep(): Sweep {
  const sweep = useContext(SweepContext);
  if (!sweep) throw new Error('No sweep is open.');
  return sweep;
}

/** A part of the sweep on the screen that changes seldom; `select` must give equal answers for an unchanged part. */
export function useSweepRecord<T>(select: (record: SweepRecord) => T): T {
  const { subscribe, record } = useSweep();
  return useSyncExternalStore(subscribe, () => select(record()));
}

/** The same of where the sweep stands. */
export function useSweepState<T>(select: (state: RunState) => T): T {
  const { subscribe, state } = useSweep();
  return useSyncExternalStore(subscribe, () => select(state()));
}
