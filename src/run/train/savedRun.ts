import { del, get, set } from 'idb-keyval';
import type { TrainPlan } from './trainPlan.ts';
import type { TrainRecord } from './trainRecord.ts';

/** A run as the browser keeps it, so that a reload or the back button loses seconds of it and not all. */
export interface SavedRun {
  readonly plan: TrainPlan;
  /** Up to its checkpoint. */
  readonly record: TrainRecord;
}

/** Where one run is kept: the last that trained on this address. Nothing here throws; without room it keeps nothing. */
export interface SavedRuns {
  load(): Promise<SavedRun | null>;
  save(run: SavedRun): void;
  forget(): void;
}

const key = 'gradient-walk-training';
/** The shape of what is kept; what another version kept is thrown away. */
const shape = 5;

const isSaved = (found: unknown): found is SavedRun & { readonly shape: number } =>
  typeof found === 'object' && found !== null && 'shape' in found && found.shape === shape;

/** The runs kept in the browser's own storage; a page that may not use it keeps them in memory only. */
export function browserRuns(): SavedRuns {
  let writing = Promise.resolve();
  /** One write after the other; a full or forbidden storage is no fault of the run. */
  function queue(write: () => Promise<void>): void {
    writing = writing.then(write).catch(() => undefined);
  }
  return {
    async load() {
      const found: unknown = await get(key).catch(() => null);
      return isSaved(found) ? { plan: found.plan, record: found.record } : null;
    },
    save: ({ plan, record }) => queue(() => set(key, { shape, plan, record })),
    forget: () => queue(() => del(key)),
  };
}
