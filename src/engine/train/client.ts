import type { DataName } from '#engine/data/dataNames.ts';
import type {
  ChooseRequest,
  FileRequest,
  ImportSource,
  KeptRequest,
  TakeRequest,
} from '#engine/train/intake/intakeProtocol.ts';
import { createEngineClient, type EngineClient } from '#engine/worker/client.ts';
import type { TrainJob, TrainNews, TrainRunFrame } from './protocol.ts';
import type { Tuning } from './trainSettings.ts';

/** The page's half of the training engine: a worker of its own, so that a run goes on while walks are walked. */
export interface TrainClient extends EngineClient<TrainJob, TrainRunFrame, Tuning> {
  /** Takes in files for the data set that is wanted; `intake` news tell how far it is. */
  take(source: ImportSource, wanted: DataName): void;
  /** Says what files of the user's own mean, to look at it or to train on it; `intake` news answer. */
  choose(request: ChooseRequest): void;
  /** Asks for a data set as a file; a `file` of the news has it. */
  askFile(request: FileRequest): void;
  /** Asks which of the user's own sets this browser keeps, and may throw one away; a `kept` of the news has them. */
  askKept(request: KeptRequest): void;
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
    take(source, wanted) {
      const request: TakeRequest = { kind: 'take', source, wanted };
      client.tell(request);
    },
    choose: client.tell,
    askFile: client.tell,
    askKept: client.tell,
  };
}
