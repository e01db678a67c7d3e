import type { PictureShape } from '#engine/data/dataSet.ts';
import { ReasonError } from '#engine/worker/reason.ts';
import type { NumberArray } from './npy.ts';
import { ownLimits } from './ownLimits.ts';
import { leftOut, type Table } from './readTable.ts';
import { isTurned } from './roles.ts';

/** Samples of one purpose as they were read: inputs side by side, and the text of everyone's class. */
export interface Part {
  /** Where its inputs come from. */
  readonly file: string;
  readonly count: number;
  readonly inputs: number;
  /** [count, inputs]; bytes wherever all numbers are whole and 0..255. */
  readonly values: Uint8Array | Float32Array;
  readonly picture: PictureShape | null;
  /** The different classes, and which of them every sample has, [count]. */
  readonly words: readonly string[];
  readonly codes: Uint8Array;
}

/** The same numbers as bytes where they are bytes, so that a set is the same whatever file it comes in. */
function asBytes(values: Uint8Array | Float32Array): Uint8Array | Float32Array {
  if (values instanceof Uint8Array) return values;
  return values.every((value) => value >= 0 && value <= 255 && Number.isInteger(value))
    ? Uint8Array.from(values)
    : values;
}

/** The side of square pictures that rows of bytes may be; null where they are none. */
function squareOf(values: Uint8Array | Float32Array, inputs: number): PictureShape | null {
  const side = Math.sqrt(inputs);
  return values instanceof Uint8Array && side >= 8 && Number.isInteger(side)
    ? { rows: side, columns: side }
    : null;
}

/** Pictures with rows for columns. */
export function turned(
  values: Uint8Array | Float32Array,
  { rows, columns }: PictureShape,
): Uint8Array | Float32Array {
  const pixels = rows * columns;
  const made = values.slice();
  for (let start = 0; start < values.length; start += pixels) {
    for (let i = 0; i < pixels; i++) {
      const [row, column] = [Math.floor(i / columns), i % columns];
      made[start + i] = values[start + column * rows + row] ?? 0;
    }
  }
  return made;
}

/** Throws a `ReasonError` for what cannot be computed with, or is more than may be. */
function checkValues(file: string, values: Uint8Array | Float32Array, inputs: number, count: number): void {
  const most = (what: 'inputs' | 'rows' | 'numbers', found: number) => {
    if (found > ownLimits[what])
      throw new ReasonError({ code: 'tooMany', what, found, most: ownLimits[what] });
  };
  most('inputs', inputs);
  most('rows', count);
  most('numbers', inputs * count);
  const bad = values instanceof Uint8Array ? -1 : values.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) throw new ReasonError({ code: 'notFinite', file, row: Math.floor(bad / inputs) + 1 });
}

/** Whole numbers as classes; throws a `ReasonError` for others, and for more than may be. */
function classesOf({ file, dimensions, values }: NumberArray): Pick<Part, 'words' | 'codes'> {
  if (dimensions.slice(1).some((size) => size !== 1))
    throw new ReasonError({ code: 'labelShape', file, dimensions });
  const known = new Map<number, number>();
  const codes = new Uint8Array(values.length);
  for (const [i, value] of values.entries()) {
    if (!Number.isInteger(value)) throw new ReasonError({ code: 'notWhole', file, row: i + 1, value });
    const code = known.get(value) ?? known.size;
    if (code === ownLimits.classes)
      throw new ReasonError({ code: 'tooMany', what: 'classes', found: code + 1, most: ownLimits.classes });
    known.set(value, code);
    codes[i] = code;
  }
  return { words: [...known.keys()].map(String), codes };
}

/** The samples of an array of inputs [count, ...] and one of their classes [count]; throws a `ReasonError`. */
export function partOfArrays(inputs: NumberArray, labels: NumberArray): Part {
  const { file, dimensions } = inputs;
  const [count = 0, rows = 1, columns = 1] = dimensions;
  const size = dimensions.slice(1).reduce((product, one) => product * one, 1);
  if (count !== labels.values.length) {
    const counts = { pictures: count, count: labels.values.length };
    throw new ReasonError({ code: 'unmatched', images: file, labels: labels.file, ...counts });
  }
  if (count === 0 || size === 0) throw new ReasonError({ code: 'empty', file });
  checkValues(file, inputs.values, size, count);
  const values = asBytes(inputs.values);
  const isStack = dimensions.length >= 3 && rows * columns === size && columns > 1;
  const picture = isStack ? { rows, columns } : squareOf(values, size);
  return { file, count, inputs: size, values, picture, ...classesOf(labels) };
}

/** The samples of a table one of whose columns is the class; null where that column cannot be. Throws a `ReasonError`. */
export function partOfTable(table: Table, label: string): Part | null {
  const { file, rows } = table;
  const { words, codes } = table.columns.find(({ name }) => name === label) ?? {};
  if (!words || !codes) return null;
  const out = leftOut(table, label);
  const columns = table.columns.filter(({ name }) => name !== label && !out.includes(name));
  const wrong = columns.find((column) => column.wrong);
  if (wrong?.wrong) throw new ReasonError({ code: 'notNumber', file, column: wrong.name, ...wrong.wrong });
  const inputs = columns.length;
  if (inputs === 0) throw new ReasonError({ code: 'noInputs', given: [file] });
  const matrix = new Float32Array(rows * inputs);
  for (const [k, column] of columns.entries())
    for (let i = 0; i < rows; i++) matrix[i * inputs + k] = column.values[i] ?? 0;
  checkValues(file, matrix, inputs, rows);
  const straight = asBytes(matrix);
  const picture = squareOf(straight, inputs);
  const values = picture && isTurned(file) ? turned(straight, picture) : straight;
  return { file, count: rows, inputs, values, picture, words, codes };
}
