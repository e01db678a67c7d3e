import type { RunState } from '#run/store.ts';
import type { Measurement } from './measurement.ts';
import type { SweepPlan } from './sweepPlan.ts';

/** All that is known of the sweep on the screen. */
export interface SweepRecord {
  readonly plan: SweepPlan;
  /** What was measured, by point key, the point at work included. */
  readonly measured: ReadonlyMap<string, Measurement>;
  /** Which point is at work; null when none is. */
  readonly active: number | null;
  readonly run: RunState;
  /** Backend and device that measure. */
  readonly backend: string;
}

/** The sweep on the screen: reaches the plots by subscription, not by render. */
export interface LiveSweep {
  current(): SweepRecord;
  /** Calls back after every change; returns the way out. */
  subscribe(listener: () => void): () => void;
  amend(change: Partial<SweepRecord>): void;
}

export function createLiveSweep(first: SweepPlan): LiveSweep {
  let record: SweepRecord = {
    plan: first,
    measured: new Map(),
    active: null,
    run: { status: 'waiting' },
    backend: '',
  };
  const listeners = new Set<() => void>();
  return {
    current: () => record,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    amend(change) {
      record = { ...record, ...change };
      for (const listener of [...listeners]) listener();
    },
  };
}
