import { createEngineClient, type EngineClient } from '#engine/worker/client.ts';
import type { InsightFrame, InsightJob } from './protocol.ts';

/** The page's half of the insights. */
export type InsightClient = EngineClient<InsightJob, InsightFrame>;

const startWorker = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

/** Makes the client of a worker of its own: work on the processor must not hold up the walks. */
export const createInsightClient = (createWorker: () => Worker = startWorker): InsightClient =>
  createEngineClient<InsightJob, InsightFrame, never>({ createWorker, onNews: () => undefined });
