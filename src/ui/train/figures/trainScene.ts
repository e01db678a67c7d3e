import type { MadeOnce } from '#api/madeOnce.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import type { RunState } from '#run/runState.ts';
import type { WalkStore } from '#run/store.ts';
import type { PinnedTraining, PinnedTrainings } from '#run/train/pinnedTrainings.ts';
import type { Training } from '#run/train/training.ts';
import type { TrainRecord } from '#run/train/trainRecord.ts';
import { createDrawings } from '#ui/figures/drawings.ts';
import type { Scene } from '#ui/figures/sceneHooks.ts';

/** What a frame of the train view shows. */
export interface TrainMoment {
  readonly experiment: Experiment;
  readonly found: FoundGains;
  readonly record: TrainRecord | null;
  readonly run: RunState;
  /** The trainings that this one is compared with; none before their part is loaded. */
  readonly pins: readonly PinnedTraining[];
  /** How many layers back the pass in slow motion has come; null when nothing is in slow motion. */
  readonly revealed: number | null;
  readonly nowMs: number;
}

/** All figures of the train view, drawn by one loop outside of React. */
export interface TrainScene extends Scene<TrainMoment> {
  /** Shows one backward pass after another, layer by layer, a step each, until it is turned off. */
  setSlowMotion(isOn: boolean): void;
  stop(): void;
}

/** A pass in slow motion lasts this long, and its end is looked at a while. */
const passMs = 4500;
const restMs = 1200;

const noPins: TrainMoment['pins'] = [];

export function createTrainScene(
  store: WalkStore,
  training: Training,
  pinnedTrainings: MadeOnce<PinnedTrainings>,
): TrainScene {
  let isSlow = false;
  let passStartMs: number | null = null;
  let passNorms = -1;
  let pinned: PinnedTrainings | null = null;

  /** Asks for a step when the pass before was looked at; says how far the pass on the screen has come. */
  function slowMotion(record: TrainRecord | null, nowMs: number): number | null {
    if (!isSlow || !record?.started) return null;
    const depth = record.experiment.depth;
    if (record.norms.length !== passNorms && record.norms.length > 0) {
      passNorms = record.norms.length;
      passStartMs = nowMs;
    }
    if (passStartMs === null) return null;
    const share = (nowMs - passStartMs) / passMs;
    if (share > 1 + restMs / passMs && !record.done) {
      passStartMs = null;
      training.step();
    }
    return Math.min(depth, share * depth);
  }

  const drawings = createDrawings<TrainMoment>((nowMs) => {
    const { experiment, foundGains: found, training: run } = store.getState();
    const record = training.live.getState();
    const revealed = slowMotion(record, nowMs);
    // The pass of a run's last step is shown to its end as well.
    const isPassing = revealed !== null && revealed < (record?.experiment.depth ?? 0);
    const pins = pinned?.of(experiment) ?? noPins;
    return {
      moment: { experiment, found, record, run, pins, revealed, nowMs },
      isLeft: isSlow && (isPassing || !(record?.done ?? false)),
    };
  });
  const forget = [store.subscribe(drawings.request), training.live.subscribe(drawings.request)];
  let isStopped = false;
  async function followPins(): Promise<void> {
    const loaded = await pinnedTrainings();
    if (isStopped) return;
    pinned = loaded;
    forget.push(loaded.subscribe(drawings.request));
    drawings.request();
  }
  // Where they cannot be loaded, whoever shows their table says so.
  followPins().catch(() => undefined);
  return {
    add: drawings.add,
    setSlowMotion(isOn) {
      if (isOn === isSlow) return;
      isSlow = isOn;
      passStartMs = null;
      passNorms = training.live.getState()?.norms.length ?? -1;
      if (isOn) {
        training.pause();
        training.step();
      }
      drawings.request();
    },
    stop() {
      isStopped = true;
      for (const end of forget) end();
      drawings.stop();
    },
  };
}
