import type { ImportSource } from '#engine/train/protocol.ts';
import { type FailedMirror, ownWordsOf, ReasonError } from '#engine/worker/reason.ts';
import { type DataFile, mnistFiles } from './mnist.ts';
import { mnistMirrors } from './mnistMirrors.ts';

/** Told how much of the whole has come, 0..1. */
type Progress = (share: number) => void;

/** The body of an answer, with the share of it that has come. */
async function bodyOf(response: Response, progress: Progress): Promise<Uint8Array<ArrayBuffer>> {
  const expected = Number(response.headers.get('content-length') ?? 0);
  if (!response.body || expected === 0) return new Uint8Array(await response.arrayBuffer());
  let received = 0;
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        received += chunk.length;
        progress(Math.min(1, received / expected));
        controller.enqueue(chunk);
      },
    }),
  );
  return new Uint8Array(await new Response(counted).arrayBuffer());
}

/** A file of a folder, packed or not; null if it is not there. A server that answers with a web page has no such file. */
async function fetchOne(folder: string, name: string, progress: Progress): Promise<DataFile | null> {
  for (const candidate of [`${name}.gz`, name]) {
    const response = await fetch(new URL(candidate, folder));
    const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
    if (response.ok && !isPage) return { name: candidate, bytes: await bodyOf(response, progress) };
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
  for (const mirror of mnistMirrors) {
    try {
      const files = await fetchFolder(mirror, progress);
      if (files) return files;
      failed.push({ host: new URL(mirror).host, detail: null });
    } catch (error) {
      failed.push({ host: new URL(mirror).host, detail: ownWordsOf(error) });
    }
  }
  throw new ReasonError({ code: 'notFetched', mirrors: failed });
}

async function readFile(file: File): Promise<DataFile> {
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
