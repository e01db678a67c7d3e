import type { WalkJob, WalkMoments, WalkRunFrame, WalkSettings } from '#engine/walk/protocol.ts';
import { matrixReason } from '#experiment/derived/effectiveSampling.ts';
import { theoryOf } from '#experiment/derived/theoryOf.ts';
import { walkSettings } from '#experiment/derived/walkSettings.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import type { Engine } from '#run/hold.ts';
import type { WalkStore } from '#run/store.ts';
import { otherKindSettings } from './otherKind.ts';
import type { WalkRecord } from './walkRecord.ts';
import { createWalksBeside } from './walksBeside.ts';

/** Walks of the reference: their variance is known to 3 % where it is a Normal's. */
export const referenceWalks = 2000;
/** Its own seed, whatever the walks': the same network has the same reference, and walks of their own beside it. */
const referenceSeed = 20_141_222;

/** What stands in the figures beside the walks and is measured as they are. */
export interface Reference {
  /** The statistics of many matrix-free walks of this very experiment, where no theory of finite width holds; null while there are none, or where one does. */
  of(experiment: Experiment, found: FoundGains): WalkMoments | null;
  /** Walks of the other kind of network, one matrix against new ones, as far as they have arrived; null where they are not asked for. */
  other(experiment: Experiment, found: FoundGains): WalkRecord | null;
  /** Calls listener after every change; returns unsubscribe. */
  subscribe(listener: () => void): () => void;
  close(): void;
}

/** The reference's settings of an experiment; null where a theory holds, or no matrix-free law is known. */
export function referenceSettings(experiment: Experiment, found: FoundGains): WalkSettings | null {
  if (experiment.view !== 'walk' || matrixReason(experiment)) return null;
  if (theoryOf(experiment, found).kind !== 'mean-field') return null;
  return { ...walkSettings(experiment, found), sampler: 'free', seed: referenceSeed, walks: referenceWalks };
}

/** Walks the reference of the store's experiment, and the other kind of network where it is asked for. */
export function createReference(store: WalkStore, engine: Engine<WalkJob, WalkRunFrame>): Reference {
  const reference = createWalksBeside(store, engine, referenceSettings);
  const other = createWalksBeside(store, engine, otherKindSettings);
  return {
    of(experiment, found) {
      const record = reference.of(experiment, found);
      return record?.done ? record.moments : null;
    },
    other: other.of,
    subscribe(listener) {
      const forget = [reference.subscribe(listener), other.subscribe(listener)];
      return () => {
        for (const end of forget) end();
      };
    },
    close() {
      reference.close();
      other.close();
    },
  };
}
