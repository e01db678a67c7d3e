import type { EngineReason } from './reason.ts';

/** A worker that died is started again at most this often, so that a broken one does not loop. */
const mostRestarts = 3;

/** The page's hold on a worker that is replaced when it dies. */
export interface WorkerLink<Request> {
  post(request: Request): void;
  /** Ends the worker. */
  close(): void;
}

interface WorkerLinkParts<Request, Frame> {
  readonly createWorker: () => Worker;
  readonly onFrame: (frame: Frame) => void;
  readonly onDeath: (reason: EngineReason) => void;
  /** What a fresh worker is told first. */
  readonly initialMessage: () => Request;
}

export function createWorkerLink<Request, Frame>(
  parts: WorkerLinkParts<Request, Frame>,
): WorkerLink<Request> {
  let restarts = 0;
  let worker = connect();

  function connect(): Worker {
    const fresh = parts.createWorker();
    fresh.onmessage = ({ data }: MessageEvent<Frame>) => parts.onFrame(data);
    fresh.onerror = (event) => {
      fresh.terminate();
      const isReplaced = restarts++ < mostRestarts;
      parts.onDeath({ code: 'stopped', detail: event.message ?? '', isReplaced });
      if (isReplaced) {
        worker = connect();
        worker.postMessage(parts.initialMessage());
      }
    };
    return fresh;
  }

  return { post: (request) => worker.postMessage(request), close: () => worker.terminate() };
}
