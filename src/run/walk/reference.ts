import { createEngineClient, type EngineClient } from '#engine/walk/client.ts';
import type { EngineFrame, WalkMoments, WalkSettings } from '#engine/walk/protocol.ts';
import { theoryOf } from '#experiment/derived/theoryOf.ts';
import { settingsKey, walkSettings } from '#experiment/derived/walkSettings.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import type { WalkStore } from '#run/store.ts';

/** Walks of the reference: their variance is known to 3 % where it is a Normal's. */
export const referenceWalks = 2000;
/** Its own seed, whatever the walks': the same network has the same reference, and walks of their own beside it. */
const referenceSeed = 20_141_222;

/** What stands in the figures for a theory that is not exact: the statistics of many matrix-free walks, measured. */
export interface Reference {
  /** Of this very experiment; null while there is none, or where theory is exact. */
  of(experiment: Experiment, found: FoundGains): WalkMoments | null;
  /** Calls back after every change; returns the way out. */
  subscribe(listener: () => void): () => void;
  close(): void;
}

/** The reference's settings of an experiment; null where exact theory or no matrix-free law is known. */
export function referenceSettings(experiment: Experiment, found: FoundGains): WalkSettings | null {
  const { weights, ensemble, pass, residual } = experiment;
  const hasLaw = (weights === 'gaussian' || weights === 'orthogonal') && ensemble === 'networks';
  if (!hasLaw || (residual > 0 && pass === 'weights')) return null;
  if (theoryOf(experiment, found).kind === 'exact') return null;
  return { ...walkSettings(experiment, found), sampler: 'free', seed: referenceSeed, walks: referenceWalks };
}

/**
 * Walks the reference of the store's experiment when its own run is done, so that the two never share the device.
 * The engine is started with the first experiment that needs it.
 */
export function createReference(
  store: WalkStore,
  createClient: (listener: (frame: EngineFrame) => void) => EngineClient = createEngineClient,
): Reference {
  let client: EngineClient | null = null;
  let requested = '';
  let measured: { readonly key: string; readonly moments: WalkMoments } | null = null;
  const listeners = new Set<() => void>();

  function take(frame: EngineFrame): void {
    if (frame.kind !== 'walk' || !frame.done) return;
    measured = { key: requested, moments: frame.moments };
    for (const listener of [...listeners]) listener();
  }

  function follow(): void {
    const { experiment, foundGains, run } = store.getState();
    const settings = experiment.view === 'walk' ? referenceSettings(experiment, foundGains) : null;
    const key = settings ? settingsKey(settings) : '';
    if (key === requested && key !== '') return;
    if (requested !== '' && measured?.key !== requested) client?.cancel();
    requested = '';
    if (!settings || run.status !== 'done') return;
    if (!client) {
      client = createClient(take);
      client.open(experiment.backend);
    }
    requested = key;
    if (measured?.key !== key) client.walk(settings);
  }

  const unsubscribe = store.subscribe(follow);
  follow();
  return {
    of(experiment, found) {
      const settings = measured && referenceSettings(experiment, found);
      return measured && settings && settingsKey(settings) === measured.key ? measured.moments : null;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      unsubscribe();
      client?.close();
    },
  };
}
