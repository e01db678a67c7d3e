import type { DataCache, LoadedData } from '#engine/data/loadData.ts';
import type { BackendHost } from '#engine/device/backendHost.ts';
import type { BackendFault } from '#engine/device/protocol.ts';
import { unlessLost } from '#engine/device/unlessLost.ts';
import type { ChosenTrainer } from '#engine/train/choice/chooseTrainer.ts';
import { putAway } from '#engine/worker/putAway.ts';
import { isWrong, ownWordsOf } from '#engine/worker/reason.ts';
import type { RunControl } from '#engine/worker/runControl.ts';
import type { Work } from '#engine/worker/scheduler.ts';
import { yieldToEventLoop } from '#engine/worker/yieldToEventLoop.ts';
import type { Checkpoint, Interruption } from './checkpoint.ts';
import { createCheckpointClock } from './checkpointClock.ts';
import type { TrainFrame, TrainJob, TrainRunFrame } from './protocol.ts';
import type { TrainBackend } from './trainBackend.ts';
import { createTrainRun, type TrainRun } from './trainRun.ts';
import type { Tuning } from './trainSettings.ts';
import { type TrainSetup, trainSetup } from './trainSetup.ts';
import type { Way } from './way.ts';

/** What the jobs of the training engine share. */
export interface TrainJobRoom {
  readonly host: BackendHost<TrainBackend>;
  readonly cache: DataCache;
  post(frame: TrainRunFrame): void;
}

/** Larger networks are kept in the worker alone: the page's copy is for the case that the worker dies. */
const mostBytesForPage = 64 * 2 ** 20;

const bytesOf = ({ state, rate }: Checkpoint) =>
  [state, ...rate.kept.map((kept) => kept.state)]
    .flatMap(({ weights, moments }) => [weights, ...moments])
    .flatMap((weights) => Object.values(weights))
    .reduce((sum, { byteLength }) => sum + byteLength, 0);

const isSetup = (answer: unknown): answer is TrainSetup =>
  typeof answer === 'object' && answer !== null && 'chosen' in answer;

/** A failed read may be heard before the loss of its device. */
const graceMs = 500;

/** Why a way to train broke down: its device is gone, or it fails by itself. */
async function interruptionBy(
  error: unknown,
  lost: Promise<BackendFault> | null,
  way: Way,
): Promise<Interruption> {
  const soon = new Promise<null>((resolve) => setTimeout(() => resolve(null), graceMs));
  const fault = lost && (await Promise.race([lost, soon]));
  return fault ? { because: 'device', fault } : { because: 'way', way, detail: ownWordsOf(error) };
}

/** What the steps of one trainer need. */
interface StepsParts {
  readonly trainRun: TrainRun;
  readonly control: RunControl;
  /** Makes the trainer's backend the active one: another run may have had its turn. */
  readonly activate: () => Promise<void>;
  /** Null where the way to train does not use the device. */
  readonly lost: Promise<BackendFault> | null;
  /** Steps a second at most; 0 for as fast as it goes. */
  readonly speed: () => number;
  readonly show: (frame: TrainFrame) => void;
  readonly keep: (checkpoint: Checkpoint) => void;
  /** Whether the network is kept at the end. */
  readonly isKept: boolean;
}

/** Steps of one trainer to the run's last frame, which it returns unshown. Throws what its way to train throws. */
async function* steps(parts: StepsParts): AsyncGenerator<void, TrainFrame> {
  const { trainRun, control, activate, lost, speed, show, keep, isKept } = parts;
  const now = () => performance.now();
  const clock = createCheckpointClock(now());
  control.prepared();
  for (;;) {
    yield;
    await activate();
    const start = now();
    const most = control.isPaused() || speed() > 0 ? 1 : undefined;
    const advanced = await unlessLost(lost, trainRun.advance(now, most));
    control.stepMade();
    const frame: TrainFrame = { kind: 'train', run: control.run, ...advanced };
    if (frame.done && isKept && !frame.diverged) keep(await unlessLost(lost, trainRun.checkpoint()));
    if (frame.done) return frame;
    show(frame);
    if (speed() > 0) control.restUntil(start + 1000 / speed());
    if (!clock.isDue(now())) continue;
    const before = now();
    keep(await unlessLost(lost, trainRun.checkpoint()));
    clock.taken(before, now());
  }
}

/** Trains a job: slices between yields, and notes that change its tuning. */
export function trainWork(
  job: TrainJob,
  control: RunControl,
  { host, cache, post }: TrainJobRoom,
): Work<Tuning> {
  const { run } = control;
  const failed: Way[] = [];
  let settings = job.settings;
  let checkpoint: Checkpoint | null = job.from;
  let trainRun: TrainRun | null = null;

  function keep(fresh: Checkpoint): void {
    checkpoint = fresh;
    if (bytesOf(fresh) <= mostBytesForPage) post({ kind: 'checkpoint', run, checkpoint: fresh });
  }

  /** A run of the chosen trainer from the checkpoint on; says that it is taken up if it was begun before. */
  function takeUp({ trainer }: ChosenTrainer, data: LoadedData, interruption: Interruption | null): TrainRun {
    const step = checkpoint?.step ?? 0;
    if (checkpoint || interruption) post({ kind: 'resumed', run, step, interruption });
    return createTrainRun(settings, data.set, trainer, checkpoint ?? undefined, (to, rate) => {
      post({ kind: 'halved', run, step: to.step, rate });
      keep(to);
    });
  }

  async function* slices() {
    post({ kind: 'preparing', run, what: 'data' });
    const data = await cache.load(settings, job.served, yieldToEventLoop);
    let interruption: Interruption | null = null;
    let last: TrainFrame | null = null;
    while (!last) {
      yield;
      const backend = await host.current();
      post({ kind: 'preparing', run, what: 'network' });
      const state = checkpoint?.state ?? null;
      const setting = { settings, data, backend, state, failed, yieldToEventLoop };
      const setup = await trainSetup(setting).catch((error: unknown) => error);
      if (!isSetup(setup)) {
        if (await host.isReplaced(backend, setup)) continue;
        throw setup;
      }
      const { chosen, started } = setup;
      const { trainer, way } = chosen;
      post({ kind: 'started', run, ...started });
      trainRun = takeUp(chosen, data, interruption);
      const lost = way.backend === 'webgpu' ? backend.lost : null;
      // Our own kernels in WebAssembly need no backend of TensorFlow.js.
      const isOwn = way.implementation === 'wasm';
      const activate = () => (isOwn ? Promise.resolve() : backend.activate(way.backend));
      try {
        last = yield* steps({
          trainRun,
          control,
          activate,
          lost,
          speed: () => settings.speed,
          show: post,
          keep,
          isKept: job.isKept,
        });
      } catch (error) {
        if (isWrong(error)) throw error;
        interruption = await interruptionBy(error, lost, way);
        if (interruption.because === 'way') failed.push(way);
        if (failed.length >= backend.ways.length) throw error;
      } finally {
        trainRun = null;
        putAway(trainer.dispose);
        post({ kind: 'memory', run, ...backend.usage() });
      }
    }
    post(last);
  }

  return {
    slices: slices(),
    hear(tuning) {
      settings = { ...settings, ...tuning };
      trainRun?.retune(tuning);
      control.restUntil(0);
    },
  };
}
