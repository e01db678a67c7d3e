import { createEngineClient, type EngineClient } from '#engine/worker/client.ts';
import type { EngineNews, WalkJob, WalkRunFrame } from './protocol.ts';

/** The page's half of the walk engine: walks, sweeps, references and gain searches share its worker and its device. */
export type WalkClient = EngineClient<WalkJob, WalkRunFrame>;

const startWorker = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

/** Makes the client; its worker starts with `start()`. */
export const createWalkClient = (
  onNews: (news: EngineNews) => void,
  createWorker: () => Worker = startWorker,
): WalkClient => createEngineClient<WalkJob, WalkRunFrame, EngineNews>({ createWorker, onNews });
