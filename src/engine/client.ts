import type { BackendChoice, EngineFrame, EngineRequest, WalkSettings } from './protocol.ts';

/** The page's half of the engine. Frames of any run but the latest never reach the listener. */
export interface EngineClient {
  open(backend: BackendChoice): void;
  /** Starts a run, cancelling the one before, and returns its id. */
  walk(settings: WalkSettings, options?: { readonly paused?: boolean }): number;
  pause(): void;
  resume(): void;
  /** Makes one more walk (with a paused run). */
  step(): void;
  cancel(): void;
  /** Ends the worker. */
  close(): void;
}

const startWorker = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

/** A worker that died is started again at most this often, so that a broken one does not loop. */
const mostRestarts = 3;

/**
 * Starts the engine's worker. `listener` is called with its frames; a worker that dies is replaced, its backend
 * opened again, and the run it had is reported as failed.
 */
export function createEngineClient(
  listener: (frame: EngineFrame) => void,
  createWorker: () => Worker = startWorker,
): EngineClient {
  let run = 0;
  let choice: BackendChoice = 'auto';
  let restarts = 0;
  let worker = connect();

  function connect(): Worker {
    const fresh = createWorker();
    fresh.onmessage = ({ data: frame }: MessageEvent<EngineFrame>) => {
      if ('run' in frame && frame.run !== run) return;
      listener(frame);
    };
    fresh.onerror = (event) => {
      fresh.terminate();
      listener({ kind: 'failed', run, message: event.message || 'The engine stopped.' });
      if (restarts++ < mostRestarts) {
        worker = connect();
        post({ kind: 'open', backend: choice });
      }
    };
    return fresh;
  }

  const post = (request: EngineRequest) => worker.postMessage(request);

  return {
    open(backend) {
      choice = backend;
      post({ kind: 'open', backend });
    },
    walk(settings, { paused = false } = {}) {
      run += 1;
      post({ kind: 'walk', run, settings, paused });
      return run;
    },
    pause: () => post({ kind: 'pause', run }),
    resume: () => post({ kind: 'resume', run }),
    step: () => post({ kind: 'step', run }),
    cancel: () => post({ kind: 'cancel', run }),
    close: () => worker.terminate(),
  };
}
