import type { StoreApi } from 'zustand/vanilla';
import type { TrainJob, TrainRunFrame } from '#engine/train/protocol.ts';
import type { Tuning } from '#engine/train/trainSettings.ts';
import { createPinnedRuns, type PinnedRun, type PinnedRuns } from '#run/compare/pinnedRuns.ts';
import { createRun, type Run } from '#run/controller.ts';
import type { Engine } from '#run/hold.ts';
import { atOnce } from '#run/rest.ts';
import { servedFolder } from '#run/servedFolder.ts';
import type { WalkStore } from '#run/store.ts';
import { isSameRun, type TrainPlan, trainPlan } from './trainPlan.ts';
import { afterDeath, emptyTrainRecord, type TrainRecord, withTrainFrame } from './trainRecord.ts';

/** An experiment that is compared with, and its training as far as it has come. */
export type PinnedTraining = PinnedRun<TrainRecord>;
export type PinnedTrainings = PinnedRuns<TrainRecord>;

type TrainEngine = Engine<TrainJob, TrainRunFrame, Tuning>;

/** Nobody looks at its steps one by one. */
const fullSpeed = 0;

/** Whether a record is what a plan comes to from its first step: nothing was tuned on the way, and it went as far. */
export function isRunOf(record: TrainRecord, wanted: TrainPlan): boolean {
  const { plan, retunings, done, diverged, step } = record;
  const { rate, momentum, steps } = wanted.settings;
  const isTuned = retunings.length > 0 || plan.settings.rate !== rate || plan.settings.momentum !== momentum;
  const isAsFar = done ? diverged !== null || step === steps : plan.settings.steps === steps;
  return isSameRun(plan, wanted) && !isTuned && isAsFar;
}

/** A training behind whatever is on the screen. */
const createTrainingBeside = (engine: TrainEngine, settings: () => TrainPlan): Run<TrainRecord> =>
  createRun<TrainPlan, TrainJob, TrainRunFrame, TrainRecord>({
    engine,
    timing: atOnce,
    priority: 'reference',
    settings,
    isSame: isSameRun,
    job: (plan, { checkpoint }) => ({
      settings: plan.settings,
      served: servedFolder(),
      from: checkpoint,
      isKept: false,
    }),
    empty: (plan) => emptyTrainRecord(plan, []),
    reduce: withTrainFrame,
    again: afterDeath,
  });

/** Trains the pins of the store's experiment. What `own`, the screen's, has done is taken from there, and what left the screen half done goes on. */
export function createPinnedTrainings(
  store: WalkStore,
  engine: TrainEngine,
  own: StoreApi<TrainRecord | null>,
): PinnedTrainings {
  let left: TrainRecord | null = null;
  const forget = own.subscribe((record, before) => {
    if (before?.checkpoint && !before.done && record?.plan !== before.plan) left = before;
  });
  const runs = createPinnedRuns<TrainPlan, TrainRecord>(store, {
    engine: 'train',
    settings: (pinned, { foundGains }) => trainPlan(pinned, foundGains, fullSpeed),
    isOf: isRunOf,
    createRun: (settings) => createTrainingBeside(engine, settings),
    own,
    ownRun: ({ training }) => training,
    left: (wanted) => (left && isRunOf(left, wanted) ? left : undefined),
  });
  return {
    ...runs,
    close() {
      forget();
      runs.close();
    },
  };
}
