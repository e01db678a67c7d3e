import { ReasonError } from '#engine/worker/reason.ts';
import { limitedBytes } from './limitedBytes.ts';

/** An IDX file: an array of bytes with its dimensions (LeCun, Cortes & Burges, "The MNIST database"). */
export interface IdxArray {
  readonly dimensions: readonly number[];
  readonly values: Uint8Array;
}

const gzipMagic = 0x1f8b;
const byteType = 0x08;

/** The contents of a file that may be compressed with gzip; throws a `ReasonError` if it is damaged or too large. */
export async function unzipped(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  if (bytes.length < 2 || ((bytes[0] ?? 0) << 8) + (bytes[1] ?? 0) !== gzipMagic) return bytes;
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return await limitedBytes(name, stream);
  } catch (error) {
    if (error instanceof ReasonError) throw error;
    throw new ReasonError({ code: 'damaged', file: name });
  }
}

/** Reads an IDX file of bytes; throws a `ReasonError` that names the file and what is wrong. */
export function parseIdx(name: string, bytes: Uint8Array): IdxArray {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0) !== 0 || view.getUint8(2) !== byteType) {
    throw new ReasonError({ code: 'notIdx', file: name, first: [...bytes.subarray(0, 4)] });
  }
  const rank = view.getUint8(3);
  const head = 4 + 4 * rank;
  if (bytes.length < head) throw new ReasonError({ code: 'headCutOff', file: name, bytes: bytes.length });
  const dimensions = Array.from({ length: rank }, (_, i) => view.getUint32(4 + 4 * i));
  const expected = dimensions.reduce((product, size) => product * size, 1);
  const found = bytes.length - head;
  const size = { file: name, dimensions, expected, bytes: found };
  if (found < expected) throw new ReasonError({ code: 'truncated', ...size });
  if (found > expected) throw new ReasonError({ code: 'tooLong', ...size });
  return { dimensions, values: bytes.subarray(head) };
}
