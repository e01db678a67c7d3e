import { expect, test } from 'vitest';
import { createUniforms } from '#engine/random/uniforms.ts';
import { readNetwork, writeNetwork } from '#run/train/network/networkFile.ts';
import { readTensors, writeTensors } from '#run/train/network/safetensors.ts';
import { networkRecord } from './networkRecord.ts';

const kinds = {
  plain: {},
  momentum: { optimizer: 'momentum' },
  'adam, tied': { optimizer: 'adam', tied: 1 },
  'residual, normalised': { residual: 0.4, norm: 'rms' },
} as const;

/** A file of a small network, and what it is of. */
function fileOf(patch: Parameters<typeof networkRecord>[0] = {}) {
  const record = networkRecord(patch);
  const bytes = writeNetwork(record);
  if (!bytes || !record.checkpoint) throw new Error('Nothing was written.');
  return { bytes, record, checkpoint: record.checkpoint };
}

for (const [name, patch] of Object.entries(kinds)) {
  test(`a network comes back from its file bit for bit, with its experiment and its curves: ${name}`, () => {
    const { bytes, record, checkpoint } = fileOf(patch);
    const read = readNetwork(bytes);
    if (typeof read === 'string') throw new Error(read);
    expect(read.checkpoint).toEqual(checkpoint);
    expect(read.losses).toEqual(record.losses.slice(0, checkpoint.step));
    const pairs = new Map(read.pairs);
    for (const [key, value] of Object.entries(patch)) expect(pairs.get(key)).toBe(String(value));
    expect(pairs.get('gain')).toBe(String(record.plan.settings.gain));
  });
}

test('tensors have PyTorch’s names and shapes, and lie at multiples of 8 behind a head of JSON', () => {
  const { bytes } = fileOf({ width: 5 });
  const length = Number(new DataView(bytes.buffer).getBigUint64(0, true));
  expect(length % 8).toBe(0);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length)));
  expect(head['layers.0.weight']).toEqual({ dtype: 'F32', shape: [5, 4], data_offsets: [0, 80] });
  expect(head['layers.3.bias'].shape).toEqual([3]);
  expect(Object.values(head.__metadata__).every((text) => typeof text === 'string')).toBe(true);
});

test('a file that is cut off anywhere is refused', () => {
  const { bytes } = fileOf();
  for (let i = 0; i < 60; i++) {
    const end = Math.floor((i / 60) * bytes.length);
    expect(readNetwork(bytes.slice(0, end)), `${end}`).toMatch(/^(notSafetensors|cutOff|damaged)$/);
  }
});

test('noise is refused, under any length of its head', () => {
  const uniform = createUniforms(1, 8, 9);
  for (let trial = 0; trial < 5; trial++) {
    const noise = Uint8Array.from({ length: 100_000 }, () => Math.floor(256 * uniform()));
    expect(readNetwork(noise)).toBe('notSafetensors');
    new DataView(noise.buffer).setBigUint64(0, BigInt(1000 * trial), true);
    noise[8] = 0x7b;
    expect(readNetwork(noise)).toBe('notSafetensors');
  }
});

test('a head whose places overlap, leave gaps, or go beyond the file is refused', () => {
  const values = new Float32Array(4);
  const good = writeTensors({ tensors: new Map([['a', { shape: [2, 2], values }]]), texts: {} });
  expect(typeof readTensors(good)).toBe('object');
  const changed = (from: string, to: string) => {
    const text = new TextDecoder('latin1').decode(good).replace(from, to);
    return readTensors(Uint8Array.from(text, (sign) => sign.charCodeAt(0)));
  };
  expect(changed('"data_offsets":[0,16]', '"data_offsets":[4,16]')).toBe('damaged');
  expect(changed('"data_offsets":[0,16]', '"data_offsets":[0,12]')).toBe('damaged');
  expect(changed('"shape":[2,2]', '"shape":[2,3]')).toBe('damaged');
  expect(changed('"shape":[2,2]', '"shape":[9,9]')).toBe('damaged');
  expect(changed('F32', 'F64')).toBe('otherNumbers');
  expect(readTensors(new Uint8Array([...good, 0]))).toBe('damaged');
});

test('a network of another program, or one whose parts do not fit its experiment, is refused', () => {
  const values = new Float32Array(6);
  const foreign = writeTensors({
    tensors: new Map([['wte.weight', { shape: [2, 3], values }]]),
    texts: { format: 'pt' },
  });
  expect(readNetwork(foreign)).toBe('foreign');
  const { bytes } = fileOf();
  const read = readTensors(bytes);
  if (typeof read === 'string') throw new Error(read);
  const without = (name: string) =>
    readNetwork(
      writeTensors({ ...read, tensors: new Map([...read.tensors].filter(([key]) => key !== name)) }),
    );
  for (const name of ['layers.0.weight', 'layers.1.weight', 'layers.3.bias', 'history.loss'])
    expect(without(name), name).toBe('unfit');
  const bad = new Map(read.tensors);
  bad.set('layers.1.bias', { shape: [8], values: new Float32Array(8).fill(Number.NaN) });
  expect(readNetwork(writeTensors({ ...read, tensors: bad }))).toBe('unfit');
});
