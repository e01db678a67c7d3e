import type { TrainClient } from '#engine/train/client.ts';
import type { EngineClient } from '#engine/walk/client.ts';
import type { BackendChoice } from '#engine/walk/protocol.ts';
import type { SweepPoint } from './sweepPoint.ts';

/** The engines that measure a sweep's points, one at a time. */
export interface SweepBench {
  open(backend: BackendChoice): void;
  measure(point: SweepPoint): void;
  cancel(): void;
  close(): void;
}

/** The folder beside the app where MNIST may lie. */
const servedFolder = () => new URL('./data/mnist/', document.baseURI).href;

/** `createTrain` is called when a point is first trained: most sweeps only walk. */
export function createSweepBench(walk: EngineClient, createTrain: () => TrainClient): SweepBench {
  let train: TrainClient | null = null;
  let choice: BackendChoice = 'auto';

  function trainer(): TrainClient {
    if (train) return train;
    train = createTrain();
    train.open(choice);
    return train;
  }

  return {
    open(backend) {
      choice = backend;
      walk.open(backend);
      train?.open(backend);
    },
    measure(point) {
      if (point.kind === 'walk') walk.walk(point.settings);
      else trainer().train(point.settings, { paused: false, served: servedFolder() });
    },
    cancel() {
      walk.cancel();
      train?.cancel();
    },
    close() {
      walk.close();
      train?.close();
    },
  };
}
