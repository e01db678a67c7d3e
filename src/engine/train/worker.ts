import { createDataCache } from '#engine/data/loadData.ts';
import type { BackendChoice } from '#engine/walk/protocol.ts';
import { reasonOf } from '#engine/worker/reason.ts';
import { createRunControl, type RunControl } from '#engine/worker/runControl.ts';
import { yieldToEventLoop } from '#engine/worker/yieldToEventLoop.ts';
import type { ImportSource, TrainEngineFrame, TrainRequest, TrainSettings } from './protocol.ts';
import { openTrainBackend, type TrainBackend } from './trainBackend.ts';
import { createTrainRun, type TrainRun } from './trainRun.ts';
import { trainSetup } from './trainSetup.ts';

const cache = createDataCache();
let backend: Promise<TrainBackend> | null = null;
let active: { readonly control: RunControl; settings: TrainSettings; trainRun: TrainRun | null } | null =
  null;
/** Runs follow one another: the next begins when the one before has cleaned up. */
let last: Promise<void> = Promise.resolve();

const post = (frame: TrainEngineFrame) => postMessage(frame);

function open(choice: BackendChoice): void {
  backend = openTrainBackend(choice, (fault) => {
    post({ kind: 'lost', fault });
    active?.control.apply('cancel');
    open(choice);
  });
  backend.then(
    ({ faults }) => post({ kind: 'opened', faults }),
    (error: unknown) => post({ kind: 'failed', run: active?.control.run ?? 0, reason: reasonOf(error) }),
  );
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** Holds a run back to its speed; wakes often enough to hear a change of it. */
async function keepSpeed(
  startedMs: number,
  stepsMade: number,
  mine: { settings: TrainSettings },
): Promise<void> {
  const { speed } = mine.settings;
  if (speed <= 0) return;
  const wantedMs = (1000 * stepsMade) / speed;
  while (performance.now() - startedMs < wantedMs && mine.settings.speed === speed) await pause(20);
}

async function loop(trainRun: TrainRun, mine: NonNullable<typeof active>): Promise<boolean> {
  const { control } = mine;
  let before = 0;
  while (await control.waitUntilRunnable()) {
    const start = performance.now();
    const isSlow = control.isPaused() || mine.settings.speed > 0;
    const frame = await trainRun.advance(() => performance.now(), isSlow ? 1 : undefined);
    if (control.isCancelled()) return false;
    control.stepMade();
    post({ kind: 'train', run: control.run, ...frame });
    if (frame.done) return true;
    await keepSpeed(start, frame.step - before, mine);
    before = frame.step;
    await yieldToEventLoop();
  }
  return false;
}

async function train(mine: NonNullable<typeof active>, served: string): Promise<void> {
  const { control } = mine;
  const { run } = control;
  const opened = await backend;
  if (!opened) throw new Error('No backend was opened.');
  post({ kind: 'preparing', run, what: 'data' });
  const data = await cache.load(mine.settings.data, served, yieldToEventLoop);
  if (control.isCancelled()) return post({ kind: 'cancelled', run });
  post({ kind: 'preparing', run, what: 'network' });
  const { chosen, started } = await trainSetup(mine.settings, data, opened, yieldToEventLoop);
  let isDone = false;
  try {
    if (!control.isCancelled()) {
      post({ kind: 'started', run, ...started });
      mine.trainRun = createTrainRun(mine.settings, data.set, chosen.trainer);
      isDone = await loop(mine.trainRun, mine);
    }
  } finally {
    chosen.trainer.dispose();
  }
  post({ kind: 'memory', run, ...opened.usage() });
  if (!isDone) post({ kind: 'cancelled', run });
}

function start({ run, settings, paused, served }: Extract<TrainRequest, { kind: 'train' }>): void {
  active?.control.apply('cancel');
  const mine = { control: createRunControl(run, paused), settings, trainRun: null };
  active = mine;
  last = last
    .then(() => (mine.control.isCancelled() ? post({ kind: 'cancelled', run }) : train(mine, served)))
    .catch((error: unknown) => post({ kind: 'failed', run, reason: reasonOf(error) }));
}

function retune({ tuning }: Extract<TrainRequest, { kind: 'retune' }>): void {
  if (!active) return;
  active.settings = { ...active.settings, ...tuning };
  active.trainRun?.retune(tuning);
}

async function take(source: ImportSource): Promise<void> {
  const working = (share: number) => post({ kind: 'intake', status: 'working', what: source.from, share });
  try {
    working(0);
    const { set, kept } = await cache.take(source, working);
    const counts = { trainCount: set.train.count, heldOutCount: set.heldOut.count };
    post({ kind: 'intake', status: 'done', ...counts, kept });
  } catch (error) {
    post({ kind: 'intake', status: 'failed', reason: reasonOf(error) });
  }
}

addEventListener('message', ({ data: request }: MessageEvent<TrainRequest>) => {
  if (request.kind === 'open') open(request.backend);
  else if (request.kind === 'take') take(request.source);
  else if (request.kind === 'train') start(request);
  else if (active?.control.run !== request.run) return;
  else if (request.kind === 'retune') retune(request);
  else active.control.apply(request.kind);
});
