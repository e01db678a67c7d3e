import { ReasonError } from '#engine/worker/reason.ts';

/** An array of a file: bytes as they are, all other numbers as float32. */
export interface NumberArray {
  /** Its file, and its name therein. */
  readonly file: string;
  readonly dimensions: readonly number[];
  readonly values: Uint8Array | Float32Array;
}

/** The head of an NPY file. */
interface NpyHead {
  /** NumPy's name of the type of its numbers, such as `<f4`. */
  readonly type: string;
  readonly isFortran: boolean;
  readonly dimensions: readonly number[];
  /** Where its numbers begin. */
  readonly start: number;
}

const magic = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];

export const isNpy = (bytes: Uint8Array) => magic.every((byte, i) => bytes[i] === byte);

/** Reads the head (NumPy Enhancement Proposal 1, versions 1 to 3); throws a `ReasonError`. */
function headOf(file: string, bytes: Uint8Array): NpyHead {
  if (!isNpy(bytes)) throw new ReasonError({ code: 'notNpy', file });
  if (bytes.length < 12) throw new ReasonError({ code: 'headCutOff', file, bytes: bytes.length });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isOld = view.getUint8(6) === 1;
  const from = isOld ? 10 : 12;
  const start = from + (isOld ? view.getUint16(8, true) : view.getUint32(8, true));
  if (bytes.length < start) throw new ReasonError({ code: 'headCutOff', file, bytes: bytes.length });
  const text = new TextDecoder('latin1').decode(bytes.subarray(from, start));
  const type = /'descr'\s*:\s*'([^']*)'/.exec(text)?.[1] ?? /'descr'\s*:\s*(\[[^\]]*\])/.exec(text)?.[1];
  const order = /'fortran_order'\s*:\s*(True|False)/.exec(text)?.[1];
  const shape = /'shape'\s*:\s*\(\s*((?:\d{1,10}\s*,?\s*)*)\)/.exec(text)?.[1];
  if (type === undefined || order === undefined || shape === undefined)
    throw new ReasonError({ code: 'notNpy', file });
  const dimensions = shape
    .split(',')
    .filter((part) => part.trim() !== '')
    .map(Number);
  return { type, isFortran: order === 'True', dimensions, start };
}

/** How a number of each type is read; big-endian where the flag is false. */
const readers: Readonly<Record<string, (view: DataView, at: number, isLittle: boolean) => number>> = {
  b1: (view, at) => (view.getUint8(at) === 0 ? 0 : 1),
  i1: (view, at) => view.getInt8(at),
  u1: (view, at) => view.getUint8(at),
  i2: (view, at, isLittle) => view.getInt16(at, isLittle),
  u2: (view, at, isLittle) => view.getUint16(at, isLittle),
  i4: (view, at, isLittle) => view.getInt32(at, isLittle),
  u4: (view, at, isLittle) => view.getUint32(at, isLittle),
  i8: (view, at, isLittle) => Number(view.getBigInt64(at, isLittle)),
  u8: (view, at, isLittle) => Number(view.getBigUint64(at, isLittle)),
  f4: (view, at, isLittle) => view.getFloat32(at, isLittle),
  f8: (view, at, isLittle) => view.getFloat64(at, isLittle),
};

/** Throws a `ReasonError` if a file does not hold as many bytes as its head says. */
function checkLength(file: string, { dimensions, start }: NpyHead, size: number, bytes: Uint8Array): number {
  const count = dimensions.reduce((product, one) => product * one, 1);
  const [expected, found] = [count * size, bytes.length - start];
  const said = { file, dimensions, expected, bytes: found };
  if (found < expected) throw new ReasonError({ code: 'truncated', ...said });
  if (found > expected) throw new ReasonError({ code: 'tooLong', ...said });
  return count;
}

/** Where the number of every place in C's order lies in Fortran's. */
function fortranPlaces(dimensions: readonly number[], count: number): Uint32Array {
  const strides = dimensions.map((_, axis) =>
    dimensions.slice(0, axis).reduce((product, one) => product * one, 1),
  );
  return Uint32Array.from({ length: count }, (_, place) => {
    let [rest, at] = [place, 0];
    for (let axis = dimensions.length - 1; axis >= 0; axis--) {
      const size = dimensions[axis] ?? 1;
      at += (rest % size) * (strides[axis] ?? 0);
      rest = Math.floor(rest / size);
    }
    return at;
  });
}

/** Reads NumPy's file of an array of numbers, in C's order; throws a `ReasonError` that names the file and what is wrong. */
export function parseNpy(file: string, bytes: Uint8Array): NumberArray {
  const head = headOf(file, bytes);
  const { type, isFortran, dimensions, start } = head;
  const [, end = '', code = ''] = /^([<>|=])([biuf]\d)$/.exec(type) ?? [];
  const read = readers[code];
  if (!read) throw new ReasonError({ code: 'npyType', file, type });
  const size = Number(code[1]);
  const count = checkLength(file, head, size, bytes);
  const places = isFortran && dimensions.length > 1 ? fortranPlaces(dimensions, count) : null;
  if (code === 'u1' && !places) return { file, dimensions, values: bytes.slice(start) };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const values = code === 'u1' ? new Uint8Array(count) : new Float32Array(count);
  for (let i = 0; i < count; i++) values[i] = read(view, start + size * (places?.[i] ?? i), end !== '>');
  return { file, dimensions, values };
}

/** Reads NumPy's file of a list of texts; null where it is none. */
export function parseNpyTexts(file: string, bytes: Uint8Array): readonly string[] | null {
  const head = headOf(file, bytes);
  const length = Number(/^<U(\d{1,4})$/.exec(head.type)?.[1] ?? 0);
  if (length === 0 || head.dimensions.length !== 1) return null;
  const count = checkLength(file, head, 4 * length, bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: count }, (_, i) => {
    const signs = Array.from({ length }, (_, k) => view.getUint32(head.start + 4 * (i * length + k), true));
    return String.fromCodePoint(...signs.filter((sign) => sign > 0 && sign <= 0x10ffff));
  });
}
