import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { chooseTrainer } from '#engine/train/choice/chooseTrainer.ts';
import { stepMs } from '#engine/train/choice/stepMs.ts';
import { initialWeightsAtOnce } from '#engine/train/initialWeights.ts';
import { emptyWeights } from '#engine/train/network.ts';
import { type TrainBackend, waysOf } from '#engine/train/trainBackend.ts';
import { freshState, type Trainer } from '#engine/train/trainer.ts';
import type { Way } from '#engine/train/way.ts';
import { trainKernels } from '../wasm/train/trainKernels.ts';
import { base, randomBatch, shape } from './trainPair.ts';

const own: Way = { implementation: 'wasm', backend: 'wasm' };
const plain: Way = { implementation: 'composed', backend: 'cpu' };

/** What a machine without WebGPU trains with; `kernels`: our own. */
const backendWith = (kernels: TrainBackend['kernels']): TrainBackend => ({
  webgpu: null,
  ways: [own, plain],
  isRace: false,
  faults: [],
  compared: new Map(),
  kernels,
  lost: null,
  close: () => undefined,
  activate: async (name) => {
    await setBackend(name);
  },
  usage: () => ({ tensors: 0, buffers: 0 }),
});

const initial = freshState(
  initialWeightsAtOnce(shape, {
    weights: 'gaussian',
    gain: 1,
    inputScale: 1,
    biasDeviation: 0,
    outputGain: 1,
    seed: 1,
  }),
);
const probe = { batch: randomBatch(shape, 9, 1), tuning: { rate: 1e-12, momentum: 0 } };

test('own kernels in WebAssembly come first where no graphics card is, and wherever WebAssembly is asked for', () => {
  for (const adapter of [null, { software: true }]) {
    expect(waysOf('auto', adapter)[0]).toEqual(own);
    expect(waysOf('wasm', adapter)[0]).toEqual(own);
  }
  expect(waysOf('webgpu', null)[0]).toEqual(own);
  expect(waysOf('auto', { software: false }).slice(0, 2)).toEqual([
    { implementation: 'fused', backend: 'webgpu' },
    own,
  ]);
  expect(waysOf('webgpu', { software: true })[0]).toEqual({ implementation: 'fused', backend: 'webgpu' });
  expect(waysOf('cpu', null)).not.toContainEqual(own);
});

test('a machine with vectors trains by our own kernels, and without a reason to say', async () => {
  const chosen = await chooseTrainer(backendWith(trainKernels), base, initial, probe);
  expect(chosen.way).toEqual(own);
  expect(chosen.reasons).toEqual([]);
  chosen.trainer.dispose();
});

test('where the kernels are not there, or do not compile, the next way is taken and it is said', async () => {
  for (const [kernels, reason] of [
    [() => Promise.resolve(null), { code: 'noBackend', backend: 'wasm' }],
    [() => Promise.reject(new Error('planted')), { code: 'unforeseen', detail: 'planted' }],
  ] as const) {
    const { way, reasons, trainer } = await chooseTrainer(backendWith(kernels), base, initial, probe);
    expect(way).toEqual(plain);
    expect(reasons).toEqual([{ code: 'unusable', way: own, reason }]);
    trainer.dispose();
  }
});

test('where ways race, one that does not start is named, the others are timed, and TensorFlow.js is left out', async () => {
  const fused: Way = { implementation: 'fused', backend: 'webgpu' };
  const racing = { ...backendWith(trainKernels), ways: [fused, own, plain], isRace: true };
  const { way, reasons, trainer } = await chooseTrainer(racing, base, initial, probe);
  trainer.dispose();
  expect(way).toEqual(own);
  expect(reasons).toMatchObject([
    { code: 'unusable', way: fused },
    { code: 'raced', times: [{ way: own, ms: expect.any(Number) }] },
  ]);
});

test('a network whose step takes the processor long is not raced for', async () => {
  const racing = { ...backendWith(trainKernels), ways: [own, { ...own }, plain], isRace: true };
  const wide = { ...base, batch: 128, shape: { ...shape, width: 256, depth: 100 } };
  const step = { ...probe, batch: randomBatch(shape, 128, 1) };
  const weights = emptyWeights(wide.shape);
  const { reasons, trainer } = await chooseTrainer(racing, wide, freshState(weights), step);
  trainer.dispose();
  expect(reasons).toEqual([]);
});

test('a way that broke down in a run is not tried again', async () => {
  const { way, trainer } = await chooseTrainer(backendWith(trainKernels), base, initial, probe, [own]);
  expect(way).toEqual(plain);
  trainer.dispose();
});

test('a way is timed by its best share of a batch of steps; its first step does not count, and it is disposed of', async () => {
  let clock = 0;
  let isDisposed = false;
  const trainer = {
    mostSteps: 4,
    async train(steps: readonly unknown[]) {
      // Compilation at first, then what a call costs and what a step does.
      clock += clock === 0 ? 60 : 4 + steps.length;
      return { outcomes: [], fault: null };
    },
    dispose() {
      isDisposed = true;
    },
  } as unknown as Trainer;
  expect(
    await stepMs(
      () => Promise.resolve(trainer),
      probe,
      () => clock,
    ),
  ).toBe(2);
  expect(isDisposed).toBe(true);
  expect(clock).toBeLessThan(120);
});
