import { createDataCache } from '#engine/data/loadData.ts';
import { createBackendHost } from '#engine/device/backendHost.ts';
import { reasonOf } from '#engine/worker/reason.ts';
import { createScheduler } from '#engine/worker/scheduler.ts';
import type { ImportSource, TrainJob, TrainNews, TrainRequest, TrainRunFrame, Tuning } from './protocol.ts';
import { openTrainBackend } from './trainBackend.ts';
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
    if (request.kind === 'open') host.open(request.backend);
    else if (request.kind === 'take') take(request.source);
    else schedule(request);
  });
}

serveTraining();
