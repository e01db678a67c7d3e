import { createEngineClient, type EngineClient } from '#engine/worker/client.ts';
import type { ImportSource, TakeRequest, TrainJob, TrainNews, TrainRunFrame, Tuning } from './protocol.ts';

/** The page's half of the training engine: a worker of its own, so that a run goes on while walks are walked. */
export interface TrainClient extends EngineClient<TrainJob, TrainRunFrame, Tuning> {
  /** Takes in MNIST; `intake` news tell how far it is. */
  take(source: ImportSource): void;
}

const startWorker = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

/** Makes the client; its worker starts with `start()`. */
export function createTrainClient(
  onNews: (news: TrainNews) => void,
  createWorker: () => Worker = startWorker,
): TrainClient {
  const client = createEngineClient<TrainJob, TrainRunFrame, TrainNews, Tuning>({ createWorker, onNews });
  return {
    ...client,
    take(source) {
      const request: TakeRequest = { kind: 'take', source };
      client.tell(request);
    },
  };
}
