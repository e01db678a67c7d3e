import { existsSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { DataFile } from '#engine/data/dataFile.ts';
import { batchOf, constantError, constantLoss, type DataSet, outputsOf } from '#engine/data/dataSet.ts';
import { unzipped } from '#engine/data/idx.ts';
import { filesOf } from '#engine/data/mnistSource.ts';
import { digitCounts } from '#engine/data/sets/digits.ts';
import { mnistFiles, mnistOf } from '#engine/data/sets/mnist.ts';
import { spirals } from '#engine/data/sets/spirals.ts';
import { createBatchOrder } from '#engine/train/batchOrder.ts';
import type { ImportSource } from '#engine/train/intake/intakeProtocol.ts';
import { reasonOf } from '#engine/worker/reason.ts';
import { type PackedFile, mnistFiles as packedFiles, sharedDigits } from '../../mnistFiles.ts';
import { drawnDigits } from '../drawnDigits.ts';

let known: DataSet | null = null;

/** The drawn digits, drawn once for all tests. */
function drawn(): DataSet {
  known ??= drawnDigits();
  return known;
}

/** An IDX file of bytes. */
function idx(dimensions: readonly number[], values: Uint8Array): Uint8Array<ArrayBuffer> {
  const file = new Uint8Array(4 + 4 * dimensions.length + values.length);
  const view = new DataView(file.buffer);
  view.setUint32(0, 0x0800 + dimensions.length);
  for (const [i, size] of dimensions.entries()) view.setUint32(4 + 4 * i, size);
  file.set(values, 4 + 4 * dimensions.length);
  return file;
}

/** Four small files as MNIST's. */
function smallFiles(): DataFile[] {
  const pictures = (count: number) => idx([count, 28, 28], new Uint8Array(count * 784).fill(7));
  const labels = (count: number) =>
    idx(
      [count],
      Uint8Array.from({ length: count }, (_, i) => i % 10),
    );
  const [a, b, c, d] = mnistFiles;
  return [
    { name: `${a}.gz`, bytes: new Uint8Array(gzipSync(pictures(30))) },
    { name: b, bytes: labels(30) },
    { name: c.replace('-idx', '.idx'), bytes: pictures(10) },
    { name: d, bytes: labels(10) },
  ];
}

const replaced = (name: string, bytes: Uint8Array<ArrayBuffer>) =>
  smallFiles().map((file) => (file.name.startsWith(name) ? { name: file.name, bytes } : file));

test('four files, packed or not, in any order and spelling, are a data set', async () => {
  const files = smallFiles().reverse();
  const set = await mnistOf(files);
  expect(set.train.count).toBe(30);
  expect(set.heldOut.count).toBe(10);
  expect(set.heldOut.labels[3]).toBe(3);
});

/** The reason why files are no MNIST; null if they are. */
const refusalOf = (files: readonly DataFile[]) => mnistOf(files).then(() => null, reasonOf);

test('a file that is missing, cut off, foreign or unmatched is named, with what is wrong with it', async () => {
  const whole = smallFiles();
  const [images, labels, , heldOutLabels] = whole.map(({ name }) => name);
  const given = whole.slice(1).map(({ name }) => name);
  const missing = { code: 'missing', file: 'train-images-idx3-ubyte' };
  expect(await refusalOf(whole.slice(1))).toEqual({ ...missing, given });
  expect(await refusalOf([])).toEqual({ ...missing, given: [] });
  const bytes = whole[1]?.bytes ?? new Uint8Array();
  const size = { file: labels, dimensions: [30], expected: 30 };
  expect(await refusalOf(replaced('train-labels', bytes.slice(0, -3)))).toEqual({
    code: 'truncated',
    ...size,
    bytes: 27,
  });
  expect(await refusalOf(replaced('train-labels', new Uint8Array([...bytes, 0, 0])))).toEqual({
    code: 'tooLong',
    ...size,
    bytes: 32,
  });
  const packed = whole[0]?.bytes ?? new Uint8Array();
  expect(await refusalOf(replaced('train-images', packed.slice(0, -40)))).toEqual({
    code: 'damaged',
    file: images,
  });
  expect(await refusalOf(replaced('t10k-labels', new Uint8Array([1, 2, 3, 4, 5])))).toEqual({
    code: 'notIdx',
    file: heldOutLabels,
    first: [1, 2, 3, 4],
  });
  expect(await refusalOf(replaced('t10k-labels', idx([9], new Uint8Array(9))))).toMatchObject({
    code: 'unmatched',
    pictures: 10,
    labels: heldOutLabels,
    count: 9,
  });
  expect(await refusalOf(replaced('t10k-labels', idx([10], new Uint8Array(10).fill(12))))).toEqual({
    code: 'wrongLabel',
    file: heldOutLabels,
    label: 12,
  });
  expect(await refusalOf(replaced('train-images', idx([30, 20, 20], new Uint8Array(12_000))))).toEqual({
    code: 'notPictures',
    file: images,
    dimensions: [30, 20, 20],
  });
});

test('an IDX head that is cut off is said', async () => {
  expect(await refusalOf(replaced('t10k-labels', new Uint8Array([0, 0, 8, 3, 0, 0])))).toMatchObject({
    code: 'headCutOff',
    bytes: 6,
  });
});

test('a file that the browser cannot read is named', async () => {
  const file = new File(['x'], 'train-images-idx3-ubyte');
  file.arrayBuffer = () => Promise.reject(new Error('gone'));
  const refused = (source: ImportSource) => filesOf(source, () => undefined).then(() => null, reasonOf);
  expect(await refused({ from: 'files', files: [file] })).toEqual({
    code: 'unreadable',
    file: 'train-images-idx3-ubyte',
    detail: 'gone',
  });
});

test('plain bytes pass through unpacking untouched', async () => {
  const bytes = new Uint8Array([1, 2, 3]);
  expect(await unzipped('x', bytes)).toBe(bytes);
});

/** Mean, deviation and counts of what MNIST's four files hold. */
async function readBack(files: readonly PackedFile[]) {
  return mnistOf(files.map(({ name, bytes }) => ({ name, bytes: new Uint8Array(bytes) })));
}

test('digits in four packed files are read, the real ones where they are: counts, mean and deviation', async () => {
  const isReal = existsSync(sharedDigits);
  const set = await readBack(packedFiles());
  expect([set.train.count, set.heldOut.count]).toEqual([isReal ? 9000 : 6000, 1000]);
  // MNIST's grey values have mean 33 and deviation 79; drawn ones are near.
  const [mean, deviation, room] = isReal ? [33, 78.5, 3.5] : [drawn().mean, drawn().deviation, 1e-9];
  expect(Math.abs(set.mean - mean)).toBeLessThan(room);
  expect(Math.abs(set.deviation - deviation)).toBeLessThan(room);
});

test('drawn digits stand in where there are no real ones, every picture as it was drawn', async () => {
  const set = await readBack(packedFiles('/nowhere'));
  expect([set.train.count, set.heldOut.count]).toEqual([digitCounts.train, digitCounts.heldOut]);
  expect(Buffer.from(set.train.inputs).equals(Buffer.from(drawn().train.inputs))).toBe(true);
  expect(set.heldOut.labels).toEqual(drawn().heldOut.labels);
});

test('drawn digits are the same always, differ from one another, and every class is there', () => {
  const [first, second] = [drawn(), drawnDigits()];
  expect(first.train.count).toBe(digitCounts.train);
  expect(Buffer.from(first.train.inputs).equals(Buffer.from(second.train.inputs))).toBe(true);
  const picture = (i: number) => first.train.inputs.slice(784 * i, 784 * (i + 1)).join();
  expect(new Set(Array.from({ length: 500 }, (_, i) => picture(i))).size).toBe(500);
  expect(new Set(first.heldOut.labels).size).toBe(10);
  const heldOut = first.heldOut.inputs.slice(0, 784).join();
  expect(Array.from({ length: 600 }, (_, i) => picture(i * 10))).not.toContain(heldOut);
});

test('a linear model stays clearly below what a network can reach: nearest class means name at most 85 % of drawn digits', () => {
  const set = drawn();
  const means = Array.from({ length: 10 }, () => new Float64Array(784));
  for (let i = 0; i < set.train.count; i++) {
    const mean = means[set.train.labels[i] ?? 0];
    for (let k = 0; mean && k < 784; k++)
      mean[k] = (mean[k] ?? 0) + (set.train.inputs[784 * i + k] ?? 0) / 600;
  }
  let right = 0;
  for (let i = 0; i < set.heldOut.count; i++) {
    const distances = means.map((mean) =>
      mean.reduce((sum, m, k) => sum + ((set.heldOut.inputs[784 * i + k] ?? 0) - m) ** 2, 0),
    );
    if (distances.indexOf(Math.min(...distances)) === set.heldOut.labels[i]) right += 1;
  }
  expect(right / set.heldOut.count).toBeGreaterThan(0.5);
  expect(right / set.heldOut.count).toBeLessThan(0.85);
});

test('batches are standardised: mean 0 and variance 1 over the training samples', () => {
  for (const set of [spirals(), drawn()]) {
    const all = Uint32Array.from({ length: set.train.count }, (_, i) => i);
    const { inputs } = batchOf(set, set.train, all);
    const mean = inputs.reduce((sum, value) => sum + value, 0) / inputs.length;
    const variance = inputs.reduce((sum, value) => sum + value * value, 0) / inputs.length;
    expect(Math.abs(mean)).toBeLessThan(1e-3);
    expect(Math.abs(variance - 1)).toBeLessThan(1e-3);
  }
});

test('the best constant picture has an error below the variance of all pixels, above zero', () => {
  const set = drawn();
  const error = constantError(set, set.heldOut);
  expect(error).toBeGreaterThan(0.3);
  expect(error).toBeLessThan(1);
  expect(outputsOf(set, 'encode')).toBe(784);
  expect(outputsOf(set, 'classify')).toBe(10);
});

test('the best constant answer costs the entropy of the classes, a little less than ln 10 on MNIST', () => {
  // LeCun's 60,000 training labels, 0 to 9; the ones among the 10,000 held out are 1135, which is how often it is right.
  const counts = [5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949];
  const labels = Uint8Array.from(counts.flatMap((count, digit) => new Array<number>(count).fill(digit)));
  expect(constantLoss(labels)).toBeCloseTo(2.3012, 4);
  expect(constantLoss(spirals().train.labels)).toBeCloseTo(Math.log(3), 12);
});

test.skipIf(!existsSync(sharedDigits))('and on the shared digits what their labels say', () => {
  const packed = packedFiles().find(({ name }) => name.startsWith('train-labels'));
  if (!packed) throw new Error('There are no labels.');
  const labels = new Uint8Array(gunzipSync(packed.bytes)).subarray(8);
  expect(labels).toHaveLength(9000);
  expect(constantLoss(labels)).toBeCloseTo(2.30013, 5);
});

test('every epoch is a permutation of all samples, and another one', () => {
  const order = createBatchOrder(3, 100, 20);
  const epoch = (e: number) => Array.from({ length: 5 }, (_, i) => [...order.indices(5 * e + i)]).flat();
  expect([...epoch(0)].sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i));
  expect([...epoch(1)].sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i));
  expect(epoch(0)).not.toEqual(epoch(1));
  expect(createBatchOrder(3, 100, 20).indices(7)).toEqual(order.indices(7));
  expect(createBatchOrder(4, 100, 20).indices(7)).not.toEqual(order.indices(7));
});

test('a mini-batch larger than the data goes on in the next epoch', () => {
  const indices = createBatchOrder(1, 10, 25).indices(0);
  expect(indices).toHaveLength(25);
  expect(new Set(indices.slice(0, 10)).size).toBe(10);
  expect(new Set(indices.slice(10, 20)).size).toBe(10);
});
