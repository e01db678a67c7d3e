import { get, set } from 'idb-keyval';
import type { DataFile } from './mnist.ts';

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

/** The files that were kept; null if there are none. */
export async function keptFiles(): Promise<readonly DataFile[] | null> {
  try {
    return (await get<readonly DataFile[]>(key)) ?? null;
  } catch {
    return null;
  }
}
