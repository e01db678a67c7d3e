import { createWorkerLink } from '#engine/worker/link.ts';
import type { BackendChoice, EngineFrame, EngineRequest, GainSearch, WalkSettings } from './protocol.ts';

/** The page's half of the engine. Frames of any run but the latest never reach the listener. */
export interface EngineClient {
  open(backend: BackendChoice): void;
  /** Starts a run, cancelling the one before, and returns its id. */
  walk(settings: WalkSettings, options?: { readonly paused?: boolean }): number;
  /** Searches for a gain beside the run, ending the search before. */
  findGain(search: GainSearch): void;
  pause(): void;
  resume(): void;
  /** Makes one more walk (with a paused run). */
  step(): void;
  cancel(): void;
  /** Ends the worker. */
  close(): void;
}

const startWorker = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

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
  const { post, close } = createWorkerLink<EngineRequest, EngineFrame>({
    createWorker,
    onFrame(frame) {
      if (!('run' in frame) || frame.run === run) listener(frame);
    },
    onDeath: (reason) => listener({ kind: 'failed', run, reason }),
    initialMessage: () => ({ kind: 'open', backend: choice }),
  });
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
    findGain: (search) => post({ kind: 'gain', search }),
    pause: () => post({ kind: 'pause', run }),
    resume: () => post({ kind: 'resume', run }),
    step: () => post({ kind: 'step', run }),
    cancel: () => post({ kind: 'cancel', run }),
    close,
  };
}
