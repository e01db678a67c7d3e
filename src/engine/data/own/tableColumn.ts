import { cellNumber } from './cellNumber.ts';
import { ownLimits } from './ownLimits.ts';

/** A column as it was read. */
export interface TableColumn {
  /** Its name in the head; empty where it has none. */
  readonly name: string;
  /** [rows]; NaN where a cell is no number. */
  readonly values: Float32Array;
  /** How many of its cells are numbers. */
  readonly numbers: number;
  /** The first cell that is no number, rows counted from 1 below the head. */
  readonly wrong: { readonly row: number; readonly cell: string } | null;
  /** Its different texts in the order of their coming, and which of them every row has; null for more than classes may be. */
  readonly words: readonly string[] | null;
  readonly codes: Uint8Array | null;
}

/** Takes in the cells of a column one after another. */
export interface ColumnReader {
  add(cell: string): void;
  finished(): TableColumn;
}

function grown<T extends Uint8Array | Float32Array>(values: T, make: (length: number) => T): T {
  const longer = make(2 * values.length);
  longer.set(values);
  return longer;
}

export function createColumnReader(name: string, hasCommas: boolean): ColumnReader {
  const known = new Map<string, { readonly code: number; readonly value: number }>();
  let values = new Float32Array(256);
  let codes = new Uint8Array(256);
  let [rows, numbers] = [0, 0];
  let isCoded = true;
  let wrong: TableColumn['wrong'] = null;

  /** The number of a cell, and its code while there are not too many. */
  function read(cell: string): number {
    const old = known.get(cell);
    if (old) {
      codes[rows] = old.code;
      return old.value;
    }
    const value = cellNumber(cell, hasCommas);
    if (!isCoded) return value;
    if (known.size === ownLimits.classes) {
      isCoded = false;
      known.clear();
      return value;
    }
    codes[rows] = known.size;
    known.set(cell, { code: known.size, value });
    return value;
  }

  return {
    add(cell) {
      if (rows === values.length) {
        values = grown(values, (length) => new Float32Array(length));
        codes = isCoded ? grown(codes, (length) => new Uint8Array(length)) : codes;
      }
      const value = read(cell);
      values[rows] = value;
      rows += 1;
      if (!Number.isNaN(value)) numbers += 1;
      else wrong ??= { row: rows, cell };
    },
    finished: () => ({
      name,
      values: values.slice(0, rows),
      numbers,
      wrong,
      words: isCoded ? [...known.keys()] : null,
      codes: isCoded ? codes.slice(0, rows) : null,
    }),
  };
}
