import Papa, { type ParseResult, type Parser } from 'papaparse';
import { ReasonError } from '#engine/worker/reason.ts';
import { cellNumber } from './cellNumber.ts';
import { ownLimits } from './ownLimits.ts';
import { type ColumnReader, createColumnReader, type TableColumn } from './tableColumn.ts';
import { tableText } from './tableText.ts';

/** A table with a head, read. */
export interface Table {
  readonly file: string;
  readonly rows: number;
  readonly columns: readonly TableColumn[];
}

/** Characters that are parsed between two looks at other work. */
const portion = 2 ** 20;

/** Whether numbers count columns, from 0 or 1 on: pandas names columns so. */
const isCount = ([first = 0, ...others]: readonly number[]) =>
  (first === 0 || first === 1) && others.length > 0 && others.every((value, i) => value === first + i + 1);

/** Throws a `ReasonError` if a first line is no head: it holds numbers that do not count the columns. */
function checkHead(file: string, head: readonly string[]): void {
  const numbers = head.map((cell) => cellNumber(cell, false)).filter((value) => !Number.isNaN(value));
  if (numbers.length > 0 && !isCount(numbers))
    throw new ReasonError({ code: 'noHead', file, first: head.slice(0, 3).join(', ') });
  const twice = head.find((cell, i) => cell !== '' && head.indexOf(cell) !== i);
  if (twice !== undefined) throw new ReasonError({ code: 'sameColumn', file, column: twice });
  if (head.length > ownLimits.inputs + 1)
    throw new ReasonError({ code: 'tooMany', what: 'inputs', found: head.length, most: ownLimits.inputs });
}

/** Puts lines of cells into columns; throws a `ReasonError` that names file and line. */
function createTableReader(file: string) {
  let readers: readonly ColumnReader[] | null = null;
  let rows = 0;

  function begin(cells: readonly string[], delimiter: string): void {
    const head = cells.map((cell) => cell.trim());
    checkHead(file, head);
    readers = head.map((name) => createColumnReader(name, delimiter !== ','));
  }

  return {
    add(cells: readonly string[], delimiter: string): void {
      if (!readers) {
        begin(cells, delimiter);
        return;
      }
      rows += 1;
      const [found, expected] = [cells.length, readers.length];
      if (found !== expected) throw new ReasonError({ code: 'ragged', file, row: rows, found, expected });
      if (rows > ownLimits.rows)
        throw new ReasonError({ code: 'tooMany', what: 'rows', found: rows, most: ownLimits.rows });
      if (rows * expected > ownLimits.numbers)
        throw new ReasonError({
          code: 'tooMany',
          what: 'numbers',
          found: rows * expected,
          most: ownLimits.numbers,
        });
      for (const [i, reader] of readers.entries()) reader.add(cells[i] ?? '');
    },
    rows: () => rows,
    finished(): Table {
      if (!readers || rows === 0) throw new ReasonError({ code: 'empty', file });
      return { file, rows, columns: readers.map((reader) => reader.finished()) };
    },
  };
}

/**
 * Reads a table of texts parted by commas, semicolons or tabs, its first line the columns' names. Lets other work in
 * between portions. Throws a `ReasonError` that names the line and what is wrong.
 */
export function readTable(
  file: string,
  bytes: Uint8Array,
  yieldToEventLoop: () => Promise<void>,
): Promise<Table> {
  const text = tableText(file, bytes);
  const reader = createTableReader(file);
  return new Promise((resolve, reject) => {
    Papa.parse<string[]>(text, {
      chunkSize: portion,
      skipEmptyLines: 'greedy',
      chunk({ data, errors, meta }: ParseResult<string[]>, parser: Parser) {
        try {
          for (const cells of data) reader.add(cells, meta.delimiter);
          if (errors.some(({ type }) => type === 'Quotes'))
            throw new ReasonError({ code: 'openQuote', file, row: reader.rows() });
        } catch (error) {
          reject(error);
          parser.abort();
          return;
        }
        parser.pause();
        yieldToEventLoop().then(() => parser.resume(), reject);
      },
      complete() {
        try {
          resolve(reader.finished());
        } catch (error) {
          reject(error);
        }
      },
    });
  });
}

/** Columns that are no inputs: without a name, as pandas leaves its count of rows, or without a single number. */
export const leftOut = ({ columns }: Table, label: string | null): readonly string[] =>
  columns
    .filter(({ name, numbers }) => name !== label && (name === '' || numbers === 0))
    .map(({ name }) => name);
