import { ReasonError } from '#engine/worker/reason.ts';
import { largestFile, limitedBytes } from './limitedBytes.ts';

/** An IDX file: an array of bytes with its dimensions (LeCun, Cortes & Burges, "The MNIST database"). */
export interface IdxArray {
  readonly dimensions: readonly number[];
  readonly values: Uint8Array;
}

const gzipMagic = 0x1f8b;
const byteType = 0x08;
/** Bytes with a sign, short and long whole numbers, floats and doubles. */
const otherTypes: readonly number[] = [0x09, 0x0b, 0x0c, 0x0d, 0x0e];

/** What a download that was answered by a page of the web begins with. */
const pageStart = /^(\xef\xbb\xbf)?\s*<(!doctype|html|head|\?xml)/i;

const isPage = (bytes: Uint8Array) => pageStart.test(String.fromCharCode(...bytes.subarray(0, 64)));

/**
 * The contents of a file that may be compressed with gzip; throws a `ReasonError` if it is damaged, larger than `most`
 * bytes, or a page of the web.
 */
export async function unzipped(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  most = largestFile,
): Promise<Uint8Array> {
  if (isPage(bytes)) throw new ReasonError({ code: 'webPage', file: name });
  if (bytes.length < 2 || ((bytes[0] ?? 0) << 8) + (bytes[1] ?? 0) !== gzipMagic) return bytes;
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return await limitedBytes(name, stream, { most });
  } catch (error) {
    if (error instanceof ReasonError) throw error;
    throw new ReasonError({ code: 'damaged', file: name });
  }
}

/** Whether a file is an IDX file, or is called so. */
export const isIdx = (name: string, [a, b, type = 0]: Uint8Array) =>
  /[-.]idx\d/i.test(name) || (a === 0 && b === 0 && [byteType, ...otherTypes].includes(type));

/** Reads an IDX file of bytes; throws a `ReasonError` that names the file and what is wrong. */
export function parseIdx(name: string, bytes: Uint8Array): IdxArray {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const type = bytes[2] ?? 0;
  if (bytes.length >= 4 && view.getUint16(0) === 0 && otherTypes.includes(type))
    throw new ReasonError({ code: 'idxType', file: name, type });
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
