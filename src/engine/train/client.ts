import type { BackendChoice } from '#engine/walk/protocol.ts';
import { createWorkerLink } from '#engine/worker/link.ts';
import type { ImportSource, TrainEngineFrame, TrainRequest, TrainSettings, Tuning } from './protocol.ts';

/** The page's half of the training engine. Frames of any run but the latest never reach the listener. */
export interface TrainClient {
  open(backend: BackendChoice): void;
  /** Starts a run, cancelling the one before. `served`: address of the folder that may hold MNIST. */
  train(settings: TrainSettings, options: { readonly paused: boolean; readonly served: string }): void;
  retune(tuning: Tuning): void;
  pause(): void;
  resume(): void;
  /** Makes one more step (with a paused run). */
  step(): void;
  cancel(): void;
  /** Takes in MNIST. */
  take(source: ImportSource): void;
  /** Ends the worker. */
  close(): void;
}

const startWorker = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

/** Starts the training worker: one of its own, so that a run goes on while walks are walked. */
export function createTrainClient(
  listener: (frame: TrainEngineFrame) => void,
  createWorker: () => Worker = startWorker,
): TrainClient {
  let run = 0;
  let choice: BackendChoice = 'auto';
  const { post, close } = createWorkerLink<TrainRequest, TrainEngineFrame>({
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
    train(settings, { paused, served }) {
      run += 1;
      post({ kind: 'train', run, settings, paused, served });
    },
    retune: (tuning) => post({ kind: 'retune', run, tuning }),
    pause: () => post({ kind: 'pause', run }),
    resume: () => post({ kind: 'resume', run }),
    step: () => post({ kind: 'step', run }),
    cancel: () => post({ kind: 'cancel', run }),
    take: (source) => post({ kind: 'take', source }),
    close,
  };
}
