import { mnistOf } from '#engine/data/sets/mnist.ts';
import { type EngineReason, ReasonError } from '#engine/worker/reason.ts';
import type { DataFile } from './dataFile.ts';
import type { DataName } from './dataNames.ts';
import type { DataSet } from './dataSet.ts';
import { makeData } from './makeData.ts';
import { fetchFolder } from './mnistSource.ts';
import { forgetFiles, keepFiles, keptFiles } from './mnistStore.ts';
import type { OwnSet } from './own/ownSet.ts';
import { forgetOwn, keepOwn, keptOwn } from './own/ownStore.ts';
import { identityText } from './ownIdentity.ts';
import type { WantedData } from './wantedData.ts';

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
  /** The set of a name; `digits` with a complaint where MNIST or a set of the user's own is not to be had. */
  load(wanted: WantedData, served: string, yieldToEventLoop: YieldToEventLoop): Promise<LoadedData>;
  /** Takes in MNIST from its files and keeps it in this browser if asked to. Throws a `ReasonError`; then what was there stays. */
  takeMnist(files: readonly DataFile[], isKept: boolean): Promise<{ set: DataSet; kept: boolean }>;
  /** Takes in a set of the user's own; false where this browser does not keep it. */
  takeOwn(own: OwnSet): Promise<boolean>;
  /** Throws a set of the user's own away, here and in this browser. */
  forgetOwn(own: string): Promise<void>;
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

/** A set of the user's own. Throws a `ReasonError` where this browser does not have it. */
async function ownOf(own: string): Promise<DataSet> {
  const set = await keptOwn(own);
  if (!set) throw new ReasonError({ code: 'ownNotHere', own });
  return set;
}

export function createDataCache(): DataCache {
  const cache = new Map<string, DataSet>();
  const keyOf = ({ data, own }: WantedData) => (data === 'own' ? `own ${own}` : data);

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
  async function atHand(wanted: WantedData, yieldToEventLoop: YieldToEventLoop): Promise<DataSet | null> {
    const set = cache.get(keyOf(wanted)) ?? (await make(wanted.data, yieldToEventLoop));
    if (set) cache.set(keyOf(wanted), set);
    return set;
  }

  return {
    async load(wanted, served, yieldToEventLoop) {
      const { data: name, own } = wanted;
      const found = await atHand(wanted, yieldToEventLoop);
      if (found) return { name, set: found, complaint: null };
      try {
        const set = name === 'own' ? await ownOf(own) : ((await kept()) ?? (await fetched(served)));
        cache.set(keyOf(wanted), set);
        return { name, set, complaint: null };
      } catch (error) {
        const set = await atHand({ data: 'digits', own: '' }, yieldToEventLoop);
        if (!(error instanceof ReasonError) || !set) throw error;
        return { name: 'digits', set, complaint: error.reason };
      }
    },
    async takeMnist(files, isKept) {
      const set = await mnistOf(files);
      cache.set('mnist', set);
      return { set, kept: isKept ? await keepFiles(files) : true };
    },
    async takeOwn(own) {
      cache.set(`own ${identityText(own.identity)}`, own.set);
      return keepOwn(own);
    },
    forgetOwn(own) {
      cache.delete(`own ${own}`);
      return forgetOwn(own);
    },
  };
}
