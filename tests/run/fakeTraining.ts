import { vi } from 'vitest';
import type { TrainClient } from '#engine/train/client.ts';
import { nothingEvaluated } from '#engine/train/evaluation/evaluation.ts';
import type { TrainJob, TrainRunFrame } from '#engine/train/protocol.ts';
import type { Tuning } from '#engine/train/trainSettings.ts';
import { createWalkStore, openLink } from '#run/store.ts';
import type { SavedRun, SavedRuns } from '#run/train/savedRun.ts';
import { createTraining } from '#run/train/training.ts';
import { createFakeEngine } from './fakeEngine.ts';

const restMs = 1000;

/** Runs kept in memory, as the browser's storage keeps them. */
function memoryRuns(first: SavedRun | null = null) {
  let kept = first;
  const runs: SavedRuns = {
    load: async () => kept,
    save(run) {
      kept = run;
    },
    forget() {
      kept = null;
    },
  };
  return { runs, kept: () => kept };
}

/** A training over an engine that only notes what it is asked. */
export async function openTraining(hash = '#view=train&depth=5&width=8', left: SavedRun | null = null) {
  const store = createWalkStore();
  openLink(store, hash);
  const engine = createFakeEngine<TrainJob, TrainRunFrame, Tuning>();
  const client: TrainClient = {
    ...engine.client,
    take: () => engine.calls.push('take'),
    choose: () => engine.calls.push('choose'),
    askFile: () => engine.calls.push('file'),
    askKept: () => engine.calls.push('kept'),
  };
  const { runs, kept } = memoryRuns(left);
  const training = createTraining({ store, client, saved: runs });
  // What an earlier visit left is looked up first.
  await vi.advanceTimersByTimeAsync(restMs);
  return { ...engine, store, training, kept };
}

/** The steps of one slice of a run, up to `step`. */
export const frame = (step: number, done = false, losses = 1) => ({
  kind: 'train' as const,
  step,
  losses: new Float32Array(losses).fill(step),
  accuracies: new Float32Array(losses),
  ...nothingEvaluated,
  rate: 0.01,
  elapsedMs: 10,
  scriptMs: 1,
  diverged: null,
  done,
});
