import { unzipSync } from 'fflate';
import type { DataFile } from '#engine/data/dataFile.ts';
import { isIdx, parseIdx, unzipped } from '#engine/data/idx.ts';
import { ReasonError } from '#engine/worker/reason.ts';
import { isNpy, type NumberArray, parseNpy, parseNpyTexts } from './npy.ts';
import { ownLimits } from './ownLimits.ts';
import { turned } from './part.ts';
import { readTable, type Table } from './readTable.ts';
import { isTurned } from './roles.ts';

/** What files hold. */
export interface Opened {
  readonly arrays: readonly NumberArray[];
  readonly tables: readonly Table[];
  /** What a file of arrays calls its classes. */
  readonly classNames: readonly string[] | null;
}

const isZip = ([a, b, c, d]: Uint8Array) => a === 0x50 && b === 0x4b && c === 3 && d === 4;

const isTableName = (name: string) => /\.(csv|tsv|txt|data)( ?\(\d+\))?(\.gz)?$/i.test(name);

/** A name that only arrays of texts have. */
const classesName = 'classes';

/** The arrays of NumPy's archive; throws a `ReasonError`. */
function openArchive(file: string, bytes: Uint8Array): Opened {
  let whole = 0;
  let members: Readonly<Record<string, Uint8Array>>;
  try {
    members = unzipSync(bytes, {
      filter({ name, originalSize }) {
        whole += originalSize;
        // What is stated is what is made room for: a small file cannot fill the memory.
        if (whole > ownLimits.bytes)
          throw new ReasonError({ code: 'tooBig', file, allowedBytes: ownLimits.bytes });
        return name.endsWith('.npy');
      },
    });
  } catch (error) {
    if (error instanceof ReasonError) throw error;
    throw new ReasonError({ code: 'damaged', file });
  }
  const arrays: NumberArray[] = [];
  let classNames: readonly string[] | null = null;
  for (const [member, content] of Object.entries(members)) {
    const name = member.replace(/\.npy$/, '');
    if (name === classesName) classNames = parseNpyTexts(`${file}: ${name}`, content);
    else arrays.push(parseNpy(/^arr_\d+$/.test(name) ? file : `${file}: ${name}`, content));
  }
  if (arrays.length === 0) throw new ReasonError({ code: 'empty', file });
  return { arrays, tables: [], classNames };
}

/** An IDX file, with EMNIST's pictures as one reads them. */
function openIdx(file: string, bytes: Uint8Array): NumberArray {
  const { dimensions, values } = parseIdx(file, bytes);
  const [, rows = 1, columns = 1] = dimensions;
  return {
    file,
    dimensions,
    values: isTurned(file) && dimensions.length === 3 ? turned(values, { rows, columns }) : values,
  };
}

/** Opens one file by what it holds, whatever it is called; throws a `ReasonError`. */
async function openFile({ name, bytes }: DataFile, yieldToEventLoop: () => Promise<void>): Promise<Opened> {
  const content = await unzipped(name, bytes, ownLimits.bytes);
  const nothing = { arrays: [], tables: [], classNames: null };
  if (isNpy(content)) return { ...nothing, arrays: [parseNpy(name, content)] };
  if (isZip(content)) return openArchive(name, content);
  if (isTableName(name)) return { ...nothing, tables: [await readTable(name, content, yieldToEventLoop)] };
  if (isIdx(name, content)) return { ...nothing, arrays: [openIdx(name, content)] };
  if (/\.npy/i.test(name)) throw new ReasonError({ code: 'notNpy', file: name });
  throw new ReasonError({ code: /\.npz/i.test(name) ? 'damaged' : 'unknownKind', file: name });
}

/** Opens files: tables, or arrays. Throws a `ReasonError` that names the file and what is wrong with it. */
export async function openFiles(
  files: readonly DataFile[],
  yieldToEventLoop: () => Promise<void>,
): Promise<Opened> {
  const opened: Opened[] = [];
  for (const file of files) opened.push(await openFile(file, yieldToEventLoop));
  const [arrays, tables] = [opened.flatMap((one) => one.arrays), opened.flatMap((one) => one.tables)];
  if (arrays.length > 0 && tables.length > 0)
    throw new ReasonError({ code: 'mixed', files: files.map(({ name }) => name) });
  return { arrays, tables, classNames: opened.find((one) => one.classNames)?.classNames ?? null };
}
