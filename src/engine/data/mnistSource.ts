import { mnistFiles } from '#engine/data/sets/mnist.ts';
import type { ImportSource } from '#engine/train/intake/intakeProtocol.ts';
import { type FailedMirror, ownWordsOf, ReasonError } from '#engine/worker/reason.ts';
import type { DataFile } from './dataFile.ts';
import { checkSize, limitedBytes } from './limitedBytes.ts';
import { mnistMirrors } from './mnistMirrors.ts';
import { checkSum } from './mnistSums.ts';
import { ownLimits } from './own/ownLimits.ts';
import { isSame } from './own/roles.ts';

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
    return await limitedBytes(file, response.body, {
      received(bytes) {
        if (expected > 0) progress(Math.min(1, bytes / expected));
      },
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

/** Names of files that may hold data. */
const dataName = /\.(gz|csv|tsv|txt|data|npy|npz)( ?\(\d+\))?$|idx\d|ubyte/i;
/** Names that never do, though they end so. */
const otherName = /^(read ?me|licen[sc]e|changes|\._)/i;

/**
 * A file that was chosen, unread where its name is none of data's; null for what has no content, such as a folder that
 * an unpacked file left beside it. Throws a `ReasonError`.
 */
export async function readFile(file: File): Promise<DataFile | null> {
  const { name, size } = file;
  if (!dataName.test(name) || otherName.test(name)) return null;
  checkSize(name, size, ownLimits.bytes);
  const bytes = await file.arrayBuffer().catch((error: unknown) => {
    throw new ReasonError({ code: 'unreadable', file: name, detail: ownWordsOf(error) });
  });
  return { name, bytes: new Uint8Array(bytes) };
}

/** A name without what unpacking and second downloads do to it: what a file and the folder beside it share. */
const bareName = (name: string) =>
  name
    .toLowerCase()
    .replace(/( ?\(\d+\))?(\.gz)?$/, '')
    .replace('.idx', '-idx');

/** Files that were chosen. One that cannot be read, or is the same, is left out where another has its name. Throws a `ReasonError`. */
async function readFiles(files: readonly File[]): Promise<DataFile[]> {
  const read = await Promise.all(files.map((file) => readFile(file).catch((error: unknown) => error)));
  const isFile = (one: unknown): one is DataFile => typeof one === 'object' && one !== null && 'bytes' in one;
  const good: DataFile[] = [];
  for (const one of read.filter(isFile)) {
    const isKnown = ({ name, bytes }: DataFile) =>
      bareName(name) === bareName(one.name) && isSame(bytes, one.bytes);
    if (!good.some(isKnown)) good.push(one);
  }
  for (const [i, one] of read.entries()) {
    const name = files[i]?.name ?? '';
    if (one === null || isFile(one) || good.some((other) => bareName(other.name) === bareName(name)))
      continue;
    throw one;
  }
  const [other] = files;
  if (good.length === 0 && other) throw new ReasonError({ code: 'unknownKind', file: other.name });
  return good;
}

/** The files of a source, as they came. */
export async function filesOf(source: ImportSource, progress: Progress): Promise<DataFile[]> {
  if (source.from === 'mirror') return fetchMirror(progress);
  if (source.from === 'served') {
    const files = await fetchFolder(source.address, progress);
    if (!files) throw new ReasonError({ code: 'notServed', address: source.address });
    return files;
  }
  return readFiles(source.files);
}
