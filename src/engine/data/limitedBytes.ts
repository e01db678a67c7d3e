import { ReasonError } from '#engine/worker/reason.ts';

/** No file of a data set is larger, packed or not: MNIST's largest holds 47 million bytes. */
export const largestFile = 64 * 2 ** 20;

/** Throws a `ReasonError` if a file is too large to be read at all. */
export function checkSize(file: string, bytes: number, most = largestFile): void {
  if (bytes > most) throw new ReasonError({ code: 'tooBig', file, allowedBytes: most });
}

/** What a stream is read with. */
interface Reading {
  /** No more bytes than these. */
  readonly most?: number;
  /** Hears how many bytes have come. */
  readonly received?: (bytes: number) => void;
}

/**
 * The bytes of a stream. One that goes on beyond `most` is broken off there with a `ReasonError`, so that a small packed
 * file cannot fill the memory.
 */
export async function limitedBytes(
  file: string,
  stream: ReadableStream<Uint8Array>,
  { most = largestFile, received = () => undefined }: Reading = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      // What it would still have said is nobody's.
      reader.cancel().catch(() => undefined);
      checkSize(file, length, most);
    }
    chunks.push(value);
    received(length);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
