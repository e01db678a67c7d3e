import { openBackend } from '#engine/device/backend.ts';
import { createBackendHost } from '#engine/device/backendHost.ts';
import type { EngineRequest } from '#engine/worker/protocol.ts';
import { createScheduler } from '#engine/worker/scheduler.ts';
import { gainSlices } from './gainSlices.ts';
import type { EngineNews, WalkJob, WalkRunFrame } from './protocol.ts';
import type { WalkJobRoom } from './walkJobRoom.ts';
import { walkSlices } from './walkSlices.ts';

function post(frame: EngineNews | WalkRunFrame): void {
  if (frame.kind !== 'walk') {
    postMessage(frame);
    return;
  }
  const { mean, variance, stderrMean, stderrVariance } = frame.moments;
  const arrays = [mean, variance, stderrMean, stderrVariance, frame.paths, frame.final];
  postMessage(frame, { transfer: arrays.map((array) => array.buffer) });
}

/** Requests of the page to slices of work to frames: walks, sweeps, references and gain searches on one device. */
function serveWalks(): void {
  const host = createBackendHost({
    open: openBackend,
    onOpened: ({ ready }) => post(ready),
    onLost: (fault) => post({ kind: 'lost', fault }),
    onBroken: (reason) => post({ kind: 'broken', reason }),
  });
  const room: WalkJobRoom = { host, paces: new WeakMap(), races: new WeakMap(), post };
  const schedule = createScheduler<WalkJob, never>({
    work: (job, control) => ({
      slices:
        job.kind === 'walk' ? walkSlices(job.settings, control, room) : gainSlices(job.search, control, room),
    }),
    post,
  });
  addEventListener('message', ({ data: request }: MessageEvent<EngineRequest<WalkJob>>) => {
    if (request.kind === 'open') host.open(request.backend);
    else schedule(request);
  });
}

serveWalks();
