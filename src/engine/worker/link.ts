import type { EngineReason } from './reason.ts';
import { createRecentCount } from './recentCount.ts';

/** A worker that dies is replaced, unless it has died more often than this in a minute. */
const mostDeaths = 3;

/** The page's hold on a worker that is replaced when it dies. */
export interface WorkerLink<Request> {
  isAlive(): boolean;
  /** Starts a worker; there must be none. */
  connect(): void;
  /** Reaches the worker there is, if any. */
  post(request: Request): void;
  /** Ends the worker. */
  close(): void;
}

interface WorkerLinkParts<Message> {
  readonly createWorker: () => Worker;
  readonly onMessage: (message: Message) => void;
  /** A fresh worker stands and has been told nothing yet. */
  readonly onConnect: () => void;
  /** The worker died; `reason.isReplaced` says whether a fresh one is started after this call. */
  readonly onDeath: (reason: Extract<EngineReason, { readonly code: 'stopped' }>) => void;
  /** The time, ms. */
  readonly now: () => number;
}

export function createWorkerLink<Request, Message>(parts: WorkerLinkParts<Message>): WorkerLink<Request> {
  const countDeath = createRecentCount(parts.now);
  let worker: Worker | null = null;

  function bury(dead: Worker, detail: string): void {
    if (dead !== worker) return;
    dead.terminate();
    worker = null;
    const isReplaced = countDeath() <= mostDeaths;
    parts.onDeath({ code: 'stopped', detail, isReplaced });
    if (isReplaced) connect();
  }

  function connect(): void {
    const fresh = parts.createWorker();
    worker = fresh;
    fresh.onmessage = ({ data }: MessageEvent<Message>) => {
      if (fresh === worker) parts.onMessage(data);
    };
    fresh.onerror = (event) => bury(fresh, event.message ?? '');
    parts.onConnect();
  }

  return {
    isAlive: () => worker !== null,
    connect,
    post: (request) => worker?.postMessage(request),
    close() {
      worker?.terminate();
      worker = null;
    },
  };
}
