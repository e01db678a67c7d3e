import { createDataCache } from '#engine/data/loadData.ts';
import { npzOf } from '#engine/data/own/npzOf.ts';
import { keptOwnSets } from '#engine/data/own/ownStore.ts';
import { createBackendHost } from '#engine/device/backendHost.ts';
import { createIntake } from '#engine/train/intake/intake.ts';
import type {
  FileRequest,
  IntakeNews,
  KeptRequest,
  TakeRequest,
} from '#engine/train/intake/intakeProtocol.ts';
import { reasonOf } from '#engine/worker/reason.ts';
import { createScheduler } from '#engine/worker/scheduler.ts';
import { yieldToEventLoop } from '#engine/worker/yieldToEventLoop.ts';
import type { TrainJob, TrainNews, TrainRequest, TrainRunFrame } from './protocol.ts';
import { openTrainBackend } from './trainBackend.ts';
import type { Tuning } from './trainSettings.ts';
import { trainWork } from './trainSlices.ts';

const post = (frame: TrainNews | TrainRunFrame) => postMessage(frame);

/** Requests of the page to slices of training to frames. */
function serveTraining(): void {
  const cache = createDataCache();
  const host = createBackendHost({
    open: openTrainBackend,
    onOpened: ({ faults }) => post({ kind: 'opened', faults }),
    // A run that used the device says so itself; to others its loss means nothing.
    onLost: () => undefined,
    onBroken: (reason) => post({ kind: 'broken', reason }),
  });
  const schedule = createScheduler<TrainJob, Tuning>({
    work: (job, control) => trainWork(job, control, { host, cache, post }),
    post,
  });

  const intake = createIntake(cache, yieldToEventLoop);

  /** Tells the page what becomes of files. */
  async function takeIn(work: () => IntakeNews | Promise<IntakeNews>): Promise<void> {
    const news = await Promise.resolve()
      .then(work)
      .catch((error: unknown): IntakeNews => ({ status: 'failed', reason: reasonOf(error) }));
    post({ kind: 'intake', ...news });
  }

  function take({ source, wanted }: TakeRequest): void {
    const working = (share: number) => post({ kind: 'intake', status: 'working', what: source.from, share });
    working(0);
    takeIn(() => intake.take(source, wanted, working));
  }

  async function give({ data, own }: FileRequest): Promise<void> {
    const { set, complaint } = await cache.load({ data, own }, '', yieldToEventLoop);
    // A set that is not here is complained of by the run that asks for it.
    if (!complaint) post({ kind: 'file', data, own, bytes: npzOf(set) });
  }

  async function list({ forgotten }: KeptRequest): Promise<void> {
    if (forgotten !== null) await cache.forgetOwn(forgotten);
    post({ kind: 'kept', sets: await keptOwnSets() });
  }

  addEventListener('message', ({ data: request }: MessageEvent<TrainRequest>) => {
    switch (request.kind) {
      case 'open':
        return host.open(request.backend);
      case 'take':
        return take(request);
      case 'file':
        return give(request);
      case 'kept':
        return list(request);
      case 'choose':
      case 'keep':
        return takeIn(() => intake[request.kind](request.choice));
      default:
        return schedule(request);
    }
  });
}

serveTraining();
