import { createWorkerLink } from '#engine/worker/link.ts';
import type { InsightFrame, InsightName, InsightRequest, InsightSettings } from './protocol.ts';

/** The page's half of the looks; frames of any run but the latest never reach the listener. */
export interface InsightClient {
  /** Starts a look, cancelling the one before. */
  look(insight: InsightName, settings: InsightSettings): void;
  cancel(): void;
  /** Ends the worker, whatever it does. */
  close(): void;
}

const startWorker = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

/** Starts a worker of its own: a look on the processor must not hold up the walks. */
export function createInsightClient(
  listener: (frame: InsightFrame) => void,
  createWorker: () => Worker = startWorker,
): InsightClient {
  let run = 0;
  const { post, close } = createWorkerLink<InsightRequest, InsightFrame>({
    createWorker,
    onFrame(frame) {
      if (frame.run === run) listener(frame);
    },
    onDeath: (reason) => listener({ kind: 'failed', run, reason }),
    initialMessage: () => ({ kind: 'cancel', run }),
  });
  return {
    look(insight, settings) {
      run += 1;
      post({ kind: 'look', run, insight, settings });
    },
    cancel: () => post({ kind: 'cancel', run }),
    close,
  };
}
