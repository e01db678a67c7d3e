import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { unzipped } from '#engine/data/idx.ts';
import { largestFile, limitedBytes } from '#engine/data/limitedBytes.ts';
import { readFile } from '#engine/data/mnistSource.ts';
import { checkSum } from '#engine/data/mnistSums.ts';
import { ownLimits } from '#engine/data/own/ownLimits.ts';
import { reasonOf } from '#engine/worker/reason.ts';

/** Zeros, packed: a thousandth of their size. */
const packedZeros = (bytes: number) => new Uint8Array(gzipSync(Buffer.alloc(bytes)));

test('a small packed file that unpacks to more than 64 MB is broken off and refused', async () => {
  const bomb = packedZeros(70 * 2 ** 20);
  expect(bomb.length).toBeLessThan(2 ** 20);
  const refused = { code: 'tooBig', file: 'train-images-idx3-ubyte.gz', allowedBytes: largestFile };
  const error = await unzipped(refused.file, bomb).catch((thrown: unknown) => thrown);
  expect(reasonOf(error)).toEqual(refused);
});

test('a stream without end is read no further than the limit, and told to stop', async () => {
  const chunk = new Uint8Array(2 ** 20);
  let chunks = 0;
  let isStopped = false;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      chunks += 1;
      controller.enqueue(chunk);
    },
    cancel() {
      isStopped = true;
    },
  });
  const error = await limitedBytes('x', endless).catch((thrown: unknown) => thrown);
  expect(reasonOf(error)).toMatchObject({ code: 'tooBig', file: 'x' });
  expect(chunks).toBeLessThan(70);
  expect(isStopped).toBe(true);
});

test('a chosen file that is too large, or cannot be MNIST by its name, is not read', async () => {
  const unreadable = (name: string, size: number) =>
    Object.defineProperties(new File([], name), {
      size: { value: size },
      arrayBuffer: { value: () => Promise.reject(new Error('It was read.')) },
    });
  expect(await readFile(unreadable('holiday.mov', 5))).toBeNull();
  const large = unreadable('train-images-idx3-ubyte.gz', ownLimits.bytes + 1);
  const error = await readFile(large).catch((thrown: unknown) => thrown);
  expect(reasonOf(error)).toMatchObject({ code: 'tooBig', file: 'train-images-idx3-ubyte.gz' });
});

test('a file of a mirror that is not the published one is refused, with its host', async () => {
  const file = { name: 't10k-labels-idx1-ubyte.gz', bytes: packedZeros(100) };
  const error = await checkSum(file, 'one.org').catch((thrown: unknown) => thrown);
  expect(reasonOf(error)).toEqual({ code: 'wrongSum', file: file.name, host: 'one.org' });
});
