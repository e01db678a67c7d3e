import type { EngineRequest } from '#engine/worker/protocol.ts';
import { createScheduler } from '#engine/worker/scheduler.ts';
import { insightSlices } from './insightSlices.ts';
import type { InsightFrame, InsightJob } from './protocol.ts';

const post = (frame: InsightFrame) => postMessage(frame);

const schedule = createScheduler<InsightJob, never>({
  work: (job, { run }) => ({ slices: insightSlices(run, job, post) }),
  post,
});

// It computes on the processor, whatever backend is chosen.
addEventListener('message', ({ data: request }: MessageEvent<EngineRequest<InsightJob>>) => {
  if (request.kind !== 'open') schedule(request);
});
