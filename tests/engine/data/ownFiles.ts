import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { expect } from 'vitest';
import type { DataSet } from '#engine/data/dataSet.ts';
import { createDataCache, type DataCache } from '#engine/data/loadData.ts';
import { writeNpy } from '#engine/data/own/writeNpy.ts';
import { createUniforms } from '#engine/random/uniforms.ts';
import { createIntake } from '#engine/train/intake/intake.ts';
import type { IntakeNews } from '#engine/train/intake/intakeProtocol.ts';
import { type EngineReason, reasonOf } from '#engine/worker/reason.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const letIn = async () => undefined;

/** An intake as the worker has it, and the data that it keeps. */
export function openIntake(): { intake: ReturnType<typeof createIntake>; cache: DataCache } {
  const cache = createDataCache();
  return { intake: createIntake(cache, letIn), cache };
}

export const file = (name: string, content: Bytes | string) => new File([content], name);

/** What becomes of files that are dropped while `wanted` is trained on. */
export function dropped(
  files: readonly File[],
  wanted: 'digits' | 'mnist' | 'own' = 'own',
): Promise<IntakeNews> {
  return openIntake().intake.take({ from: 'files', files }, wanted, () => undefined);
}

/** Why files are refused, at once or when it is seen what they would be; null where they are not. */
export async function refusalOf(files: readonly File[]): Promise<EngineReason | null> {
  try {
    const news = await dropped(files);
    return news.status === 'read' ? news.preview.reason : null;
  } catch (error) {
    return reasonOf(error);
  }
}

/** An IDX file of bytes, or of another type by its number. */
export function idxFile(dimensions: readonly number[], values: Uint8Array, type = 8): Bytes {
  const bytes = new Uint8Array(4 + 4 * dimensions.length + values.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 256 * type + dimensions.length);
  for (const [i, size] of dimensions.entries()) view.setUint32(4 + 4 * i, size);
  bytes.set(values, 4 + 4 * dimensions.length);
  return bytes;
}

export const packed = (bytes: Bytes): Bytes => new Uint8Array(gzipSync(bytes));

/** NumPy's file of numbers of any type: `write` puts them behind a head of version 1. */
export function npyFile(type: string, dimensions: readonly number[], body: Bytes, order = 'False'): Bytes {
  const shape = dimensions.length === 1 ? `${dimensions[0]},` : dimensions.join(', ');
  const head = `{'descr': '${type}', 'fortran_order': ${order}, 'shape': (${shape}), }`.padEnd(117);
  const bytes = new Uint8Array(128 + body.length);
  bytes.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, 118, 0]);
  bytes.set(new TextEncoder().encode(`${head}\n`), 10);
  bytes.set(body, 128);
  return bytes;
}

/** 60 pictures of 8 x 8 bytes in 3 classes, the same always. */
export function smallPictures(): { inputs: Uint8Array; labels: Uint8Array } {
  const uniform = createUniforms(7, 1, 2);
  return {
    inputs: Uint8Array.from({ length: 60 * 64 }, () => Math.floor(256 * uniform())),
    labels: Uint8Array.from({ length: 60 }, (_, i) => (7 * i + (i >> 2)) % 3),
  };
}

/** The same 60 pictures in every format that is read, by its name. */
export function everyFormat(): Readonly<Record<string, readonly File[]>> {
  const { inputs, labels } = smallPictures();
  const rows = Array.from({ length: 60 }, (_, i) => [labels[i], ...inputs.subarray(64 * i, 64 * i + 64)]);
  const head = ['label', ...Array.from({ length: 64 }, (_, i) => `pixel${i}`)];
  const table = (sign: string) => [head, ...rows].map((cells) => cells.join(sign)).join('\n');
  const doubles = new Uint8Array(Float64Array.from(inputs).buffer);
  const longs = new Uint8Array(BigInt64Array.from(labels, BigInt).buffer);
  const turnedOrder = Uint8Array.from(
    { length: 60 * 64 },
    (_, at) => inputs[(at % 60) * 64 + Math.floor(at / 60)] ?? 0,
  );
  const npz = { 'X.npy': writeNpy(inputs, [60, 8, 8]), 'y.npy': npyFile('<i8', [60], longs) };
  return {
    idx: [
      file('a-images-idx3-ubyte', idxFile([60, 8, 8], inputs)),
      file('a-labels-idx1-ubyte', idxFile([60], labels)),
    ],
    gzip: [
      file('a-images-idx3-ubyte.gz', packed(idxFile([60, 8, 8], inputs))),
      file('a-labels-idx1-ubyte (1).gz', packed(idxFile([60], labels))),
    ],
    csv: [file('a.csv', table(','))],
    semicolons: [file('a.csv', `\ufeff${table(';').replaceAll('\n', '\r\n')}\r\n`)],
    tabs: [file('a.tsv', table('\t'))],
    npy: [file('a_x.npy', npyFile('<f8', [60, 64], doubles)), file('a_y.npy', npyFile('<i8', [60], longs))],
    fortran: [
      file('a_x.npy', npyFile('|u1', [60, 64], turnedOrder, 'True')),
      file('a_y.npy', writeNpy(labels, [60])),
    ],
    npz: [file('a.npz', new Uint8Array(zipSync(npz)))],
  };
}

/** What was read, to be chosen of. */
export type ReadNews = Extract<IntakeNews, { status: 'read' }>;

export function previewOf(news: IntakeNews): ReadNews['preview'] {
  if (news.status !== 'read') throw new Error(`It is ${news.status}.`);
  return news.preview;
}

/** Files taken in whole, as they are first understood or with other choices: the set, and which one it is. */
export async function taken(
  files: readonly File[],
  choice: Partial<ReadNews['preview']['choice']> = {},
): Promise<{ set: DataSet; own: string }> {
  const { intake, cache } = openIntake();
  const { preview } = (await intake.take({ from: 'files', files }, 'own', () => undefined)) as ReadNews;
  const news = await intake.keep({ ...preview.choice, ...choice });
  if (news.status !== 'done' || news.own === null) throw new Error(JSON.stringify(news));
  const { set, complaint } = await cache.load({ data: 'own', own: news.own }, '', async () => undefined);
  expect(complaint).toBeNull();
  return { set, own: news.own };
}

/** A table of so many flowers in two classes. */
export const iris = (rows: number) =>
  [
    'id,length,width,note,species',
    ...Array.from(
      { length: rows },
      (_, i) => `${i},${5 + i / 10},${3 - (i % 7) / 10},a${i},${['setosa', 'virginica'][i % 2]}`,
    ),
  ].join('\n');
