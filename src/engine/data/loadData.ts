import { mnistOf } from '#engine/data/sets/mnist.ts';
import type { ImportSource } from '#engine/train/protocol.ts';
import { type EngineReason, ReasonError } from '#engine/worker/reason.ts';
import type { DataName } from './dataNames.ts';
import type { DataSet } from './dataSet.ts';
import { makeData } from './makeData.ts';
import { fetchFolder, filesOf } from './mnistSource.ts';
import { forgetFiles, keepFiles, keptFiles } from './mnistStore.ts';

/** A data set and what kept it from being the one that was asked for; null when it is. */
export interface LoadedData {
  readonly name: DataName;
  readonly set: DataSet;
  readonly complaint: EngineReason | null;
}

/** Lets other work in between two portions. */
type YieldToEventLoop = () => Promise<void>;

/** The data sets of a worker, each made or read once. */
export interface DataCache {
  /** The set of a name; `digits` with a complaint where MNIST is not to be had. */
  load(name: DataName, served: string, yieldToEventLoop: YieldToEventLoop): Promise<LoadedData>;
  /** Takes in MNIST from where the user says. Throws a `ReasonError`; then what was there stays. */
  take(source: ImportSource, progress: (share: number) => void): Promise<{ set: DataSet; kept: boolean }>;
}

/** MNIST as it was kept; null if it was not. What was kept and cannot be read is thrown away. */
async function kept(): Promise<DataSet | null> {
  const files = await keptFiles();
  if (!files) return null;
  try {
    return await mnistOf(files);
  } catch (error) {
    if (!(error instanceof ReasonError)) throw error;
    await forgetFiles();
    return null;
  }
}

/** MNIST as the server has it. Throws a `ReasonError`: none there, or what is wrong with it. */
async function fetched(served: string): Promise<DataSet> {
  const files = await fetchFolder(served, () => undefined).catch((error: unknown) => {
    if (error instanceof ReasonError) throw error;
    return null;
  });
  if (!files) throw new ReasonError({ code: 'notHere' });
  return mnistOf(files);
}

export function createDataCache(): DataCache {
  const cache = new Map<DataName, DataSet>();

  async function make(name: DataName, yieldToEventLoop: YieldToEventLoop): Promise<DataSet | null> {
    const making = makeData(name);
    if (!making || 'train' in making) return making;
    for (;;) {
      const next = making.next();
      if (next.done) return next.value;
      await yieldToEventLoop();
    }
  }

  /** A set that is here or can be made; null for one whose files are not read yet. */
  async function atHand(name: DataName, yieldToEventLoop: YieldToEventLoop): Promise<DataSet | null> {
    const set = cache.get(name) ?? (await make(name, yieldToEventLoop));
    if (set) cache.set(name, set);
    return set;
  }

  return {
    async load(name, served, yieldToEventLoop) {
      const found = await atHand(name, yieldToEventLoop);
      if (found) return { name, set: found, complaint: null };
      try {
        const set = (await kept()) ?? (await fetched(served));
        cache.set(name, set);
        return { name, set, complaint: null };
      } catch (error) {
        const set = await atHand('digits', yieldToEventLoop);
        if (!(error instanceof ReasonError) || !set) throw error;
        return { name: 'digits', set, complaint: error.reason };
      }
    },
    async take(source, progress) {
      const files = await filesOf(source, progress);
      const set = await mnistOf(files);
      cache.set('mnist', set);
      return { set, kept: source.from === 'served' ? true : await keepFiles(files) };
    },
  };
}
