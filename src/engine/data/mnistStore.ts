import { del, get, set } from 'idb-keyval';
import { mnistFiles } from '#engine/data/sets/mnist.ts';
import type { DataFile } from './dataFile.ts';
import { largestFile } from './limitedBytes.ts';

const key = 'gradient-walk mnist';

/** Keeps MNIST's files in this browser; false where it has no room or no storage (private windows). */
export async function keepFiles(files: readonly DataFile[]): Promise<boolean> {
  try {
    await set(key, files);
    return true;
  } catch {
    return false;
  }
}

/** Throws the kept files away. */
export async function forgetFiles(): Promise<void> {
  await del(key).catch(() => undefined);
}

function isDataFile(value: unknown): value is DataFile {
  if (typeof value !== 'object' || value === null || !('name' in value) || !('bytes' in value)) return false;
  const { name, bytes } = value;
  return typeof name === 'string' && bytes instanceof Uint8Array && bytes.length <= largestFile;
}

/** The files that were kept; null if there are none. Anything else that lies under our key is thrown away. */
export async function keptFiles(): Promise<readonly DataFile[] | null> {
  try {
    const kept: unknown = await get(key);
    if (kept === undefined) return null;
    if (Array.isArray(kept) && kept.length >= mnistFiles.length && kept.every(isDataFile)) return kept;
    await forgetFiles();
    return null;
  } catch {
    return null;
  }
}
