/** An IDX file: an array of bytes with its dimensions (LeCun, Cortes & Burges, "The MNIST database"). */
export interface IdxArray {
  readonly dimensions: readonly number[];
  readonly values: Uint8Array;
}

/** A file that cannot be used, with what is wrong with it. */
export class DataFileError extends Error {}

const gzipMagic = 0x1f8b;
const byteType = 0x08;

/** The contents of a file that may be compressed with gzip. */
export async function unzipped(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  if (bytes.length < 2 || ((bytes[0] ?? 0) << 8) + (bytes[1] ?? 0) !== gzipMagic) return bytes;
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch {
    throw new DataFileError(`${name} is compressed, but cannot be unpacked: it is damaged or cut off.`);
  }
}

/** Reads an IDX file of bytes; throws a `DataFileError` that names the file and what is wrong. */
export function parseIdx(name: string, bytes: Uint8Array): IdxArray {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0) !== 0 || view.getUint8(2) !== byteType) {
    throw new DataFileError(`${name} is not an IDX file of bytes: its first four bytes say otherwise.`);
  }
  const rank = view.getUint8(3);
  const head = 4 + 4 * rank;
  if (bytes.length < head) throw new DataFileError(`${name} is cut off in its head.`);
  const dimensions = Array.from({ length: rank }, (_, i) => view.getUint32(4 + 4 * i));
  const expected = dimensions.reduce((product, size) => product * size, 1);
  const found = bytes.length - head;
  if (found !== expected) {
    throw new DataFileError(
      `${name} should hold ${expected} bytes (${dimensions.join(' x ')}) and holds ${found}: it is ${found < expected ? 'cut off' : 'too long'}.`,
    );
  }
  return { dimensions, values: bytes.subarray(head) };
}
