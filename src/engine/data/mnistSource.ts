import { type DataFile, isMnistName, mnistFiles } from '#engine/data/sets/mnist.ts';
import type { ImportSource } from '#engine/train/protocol.ts';
import { type FailedMirror, ownWordsOf, ReasonError } from '#engine/worker/reason.ts';
import { checkSize, limitedBytes } from './limitedBytes.ts';
import { mnistMirrors } from './mnistMirrors.ts';
import { checkSum } from './mnistSums.ts';

/** Told how much of the whole has come, 0..1. */
type Progress = (share: number) => void;

/** The body of an answer, with the share of it that has come. Throws a `ReasonError` if it breaks off or is too large. */
async function bodyOf(
  file: string,
  response: Response,
  progress: Progress,
): Promise<Uint8Array<ArrayBuffer>> {
  const expected = Number(response.headers.get('content-length') ?? 0);
  checkSize(file, expected);
  if (!response.body) return new Uint8Array();
  try {
    return await limitedBytes(file, response.body, (bytes) => {
      if (expected > 0) progress(Math.min(1, bytes / expected));
    });
  } catch (error) {
    if (error instanceof ReasonError) throw error;
    throw new ReasonError({ code: 'unreadable', file, detail: ownWordsOf(error) });
  }
}

/** A file of a folder, packed or not; null if it is not there. A server that answers with a web page has no such file. */
async function fetchOne(folder: string, name: string, progress: Progress): Promise<DataFile | null> {
  for (const candidate of [`${name}.gz`, name]) {
    const response = await fetch(new URL(candidate, folder));
    const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
    if (response.ok && !isPage)
      return { name: candidate, bytes: await bodyOf(candidate, response, progress) };
  }
  return null;
}

/** MNIST's four files from a folder; null if the folder lacks the first. */
export async function fetchFolder(folder: string, progress: Progress): Promise<DataFile[] | null> {
  const files: DataFile[] = [];
  for (const [i, name] of mnistFiles.entries()) {
    const file = await fetchOne(folder, name, (share) => progress((i + share) / mnistFiles.length));
    if (file) files.push(file);
    else if (i === 0) return null;
    progress((i + 1) / mnistFiles.length);
  }
  return files;
}

async function fetchMirror(progress: Progress): Promise<DataFile[]> {
  const failed: FailedMirror[] = [];
  let wrong: ReasonError | null = null;
  for (const mirror of mnistMirrors) {
    try {
      const files = await fetchFolder(mirror, progress);
      if (files) {
        for (const file of files) await checkSum(file, new URL(mirror).host);
        return files;
      }
      failed.push({ host: new URL(mirror).host, detail: null });
    } catch (error) {
      if (error instanceof ReasonError) wrong ??= error;
      failed.push({ host: new URL(mirror).host, detail: ownWordsOf(error) });
    }
  }
  throw wrong ?? new ReasonError({ code: 'notFetched', mirrors: failed });
}

/** A file that was chosen; one that cannot be MNIST's by its name is not read. Throws a `ReasonError`. */
export async function readFile(file: File): Promise<DataFile> {
  if (!isMnistName(file.name)) return { name: file.name, bytes: new Uint8Array() };
  checkSize(file.name, file.size);
  const bytes = await file.arrayBuffer().catch((error: unknown) => {
    throw new ReasonError({ code: 'unreadable', file: file.name, detail: ownWordsOf(error) });
  });
  return { name: file.name, bytes: new Uint8Array(bytes) };
}

/** The files of a source, as they came. */
export async function filesOf(source: ImportSource, progress: Progress): Promise<DataFile[]> {
  if (source.from === 'mirror') return fetchMirror(progress);
  if (source.from === 'served') {
    const files = await fetchFolder(source.address, progress);
    if (!files) throw new ReasonError({ code: 'notServed', address: source.address });
    return files;
  }
  return Promise.all(source.files.map(readFile));
}
