/** Numbers of a file, by their shape. */
export interface Tensor {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** What a file holds: float32 tensors by name, and texts by name. */
export interface TensorFile {
  readonly tensors: ReadonlyMap<string, Tensor>;
  readonly texts: Readonly<Record<string, string>>;
}

/** Why bytes are no such file: of another format, cut off, with a head that contradicts itself, or with other numbers than float32. */
export type TensorFault = 'notSafetensors' | 'cutOff' | 'damaged' | 'otherNumbers';

const textsKey = '__metadata__';
/** The format's own limit of the head. */
const mostHeadBytes = 100_000_000;

/** A safetensors file (Hugging Face, "Safetensors: format"): the length of a JSON head, the head, the numbers one after another. */
export function writeTensors({ tensors, texts }: TensorFile): Uint8Array<ArrayBuffer> {
  const head: Record<string, unknown> = { [textsKey]: texts };
  let end = 0;
  for (const [name, { shape, values }] of tensors) {
    head[name] = { dtype: 'F32', shape, data_offsets: [end, end + values.byteLength] };
    end += values.byteLength;
  }
  const text = new TextEncoder().encode(JSON.stringify(head));
  // Spaces bring the numbers to a multiple of 8, as the format asks.
  const start = 8 * Math.ceil((8 + text.length) / 8);
  const bytes = new Uint8Array(start + end).fill(0x20, 8, start);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(start - 8), true);
  bytes.set(text, 8);
  let at = start;
  for (const { values } of tensors.values()) {
    bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), at);
    at += values.byteLength;
  }
  return bytes;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const areCounts = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.every((one) => Number.isSafeInteger(one) && one >= 0);

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

/** One tensor as the head states it, and where its numbers end. */
function tensorOf(
  stated: unknown,
  numbers: Uint8Array,
  from: number,
): (Tensor & { readonly end: number }) | TensorFault {
  if (!isRecord(stated) || !areCounts(stated.shape) || !areCounts(stated.data_offsets)) return 'damaged';
  if (stated.dtype !== 'F32') return 'otherNumbers';
  const { shape } = stated;
  const [start = -1, end = -1] = stated.data_offsets;
  const count = shape.reduce((product, size) => product * size, 1);
  if (start !== from || end - start !== 4 * count) return 'damaged';
  if (end > numbers.length) return 'cutOff';
  return { shape, values: new Float32Array(numbers.slice(start, end).buffer), end };
}

const startOf = (stated: unknown): number =>
  isRecord(stated) && areCounts(stated.data_offsets) ? (stated.data_offsets[0] ?? 0) : 0;

/** Reads a safetensors file of float32; what is wrong where it is none. */
export function readTensors(bytes: Uint8Array): TensorFile | TensorFault {
  if (bytes.length < 9 || bytes[8] !== 0x7b) return 'notSafetensors';
  const length = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true));
  if (length > mostHeadBytes) return 'notSafetensors';
  if (8 + length > bytes.length) return 'cutOff';
  const head = parsed(bytes.subarray(8, 8 + length));
  if (!isRecord(head)) return 'notSafetensors';
  const { [textsKey]: texts = {}, ...stated } = head;
  if (!isRecord(texts) || !Object.values(texts).every((text) => typeof text === 'string')) return 'damaged';
  const numbers = bytes.subarray(8 + length);
  const tensors = new Map<string, Tensor>();
  let from = 0;
  for (const [name, one] of Object.entries(stated).toSorted((a, b) => startOf(a[1]) - startOf(b[1]))) {
    const tensor = tensorOf(one, numbers, from);
    if (typeof tensor === 'string') return tensor;
    tensors.set(name, { shape: tensor.shape, values: tensor.values });
    from = tensor.end;
  }
  if (from !== numbers.length) return 'damaged';
  return { tensors, texts: texts as Readonly<Record<string, string>> };
}
