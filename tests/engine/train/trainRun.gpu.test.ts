import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTrainClient, type TrainClient } from '#engine/train/client.ts';
import type { StartedFrame, TrainFrame, TrainRunFrame } from '#engine/train/protocol.ts';
import type { TrainSettings, Tuning } from '#engine/train/trainSettings.ts';
import type { RunHandle } from '#engine/worker/client.ts';
import { ReasonError, reasonOf } from '#engine/worker/reason.ts';
import { namedGain } from '#theory/namedGain.ts';
import { deep } from '../../deep.ts';
import { plainTraining } from './plainTraining.ts';

const gainOf = (depth: number, width: number) =>
  namedGain('auto', {
    nonlinearity: 'relu',
    weights: 'gaussian',
    depth,
    width,
    inputScale: 1,
    biasDeviation: 0,
  }).value;

const settings: TrainSettings = { ...plainTraining, gain: gainOf(6, 32) };

let client: TrainClient;
let frames: TrainRunFrame[] = [];
let wake: () => void = () => undefined;

let handle: RunHandle<Tuning>;

beforeAll(() => {
  client = createTrainClient(() => undefined);
  client.start();
});

afterAll(() => client.close());

async function until<F extends TrainRunFrame>(wanted: (frame: TrainRunFrame) => frame is F): Promise<F> {
  for (;;) {
    const found = frames.find(wanted);
    if (found) return found;
    const failed = frames.find((frame) => frame.kind === 'failed');
    if (failed) throw new ReasonError(failed.reason);
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
}

const isDone = (frame: TrainRunFrame): frame is TrainFrame => frame.kind === 'train' && frame.done;
const isTrain = (frame: TrainRunFrame): frame is TrainFrame => frame.kind === 'train';
const isStarted = (frame: TrainRunFrame): frame is StartedFrame => frame.kind === 'started';
const isMemory = (frame: TrainRunFrame): frame is Extract<TrainRunFrame, { kind: 'memory' }> =>
  frame.kind === 'memory';

function start(changes: Partial<TrainSettings> = {}, paused = false): void {
  handle?.cancel();
  frames = [];
  const served = new URL('/nowhere/', location.href).href;
  const job = () => ({ settings: { ...settings, ...changes }, served, from: null, isKept: false });
  handle = client.begin(job, { paused }, (frame) => {
    if (frame.kind !== 'again') frames.push(frame);
    wake();
  });
}

/** A network whose steps cost next to nothing, for what does not depend on what is learned. */
const small = { data: 'spirals', depth: 3, width: 16, batch: 16 } as const;

const losses = () => frames.filter(isTrain).flatMap((frame) => Array.from(frame.losses));
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

const firsts: number[][] = [];

/** Losses of a run's first steps must be those of the run before, on another backend. */
function expectSameFirsts(): void {
  firsts.push(losses().slice(0, 20));
  expect(losses().length).toBeGreaterThanOrEqual(20);
  for (const [i, loss] of losses().slice(0, 20).entries()) {
    expect(Math.abs(loss / (firsts[0]?.[i] ?? 0) - 1)).toBeLessThan(1e-3);
  }
}

for (const [backend, implementation] of [
  ['webgpu', 'fused'],
  ['wasm', 'wasm'],
] as const) {
  test(
    `${backend} learns digits by the ${implementation} implementation, with the same losses at first`,
    deep,
    async () => {
      client.open(backend);
      start({ steps: 120, rate: 0.05 });
      const started = await until(isStarted);
      expect(started).toMatchObject({ backend, implementation, data: 'digits', inputs: 784, outputs: 10 });
      const last = await until(isDone);
      expect(last.step).toBe(120);
      expect(losses()).toHaveLength(120);
      expect(mean(losses().slice(100))).toBeLessThan(0.6 * mean(losses().slice(0, 5)));
      expect(last.heldOut?.samples).toBe(1000);
      expect(last.heldOut?.accuracy).toBeGreaterThan(0.5);
      expectSameFirsts();
    },
  );
}

test('cpu trains by the composed implementation, with the same losses', deep, async () => {
  client.open('cpu');
  start({ steps: 20, rate: 0.05 });
  expect(await until(isStarted)).toMatchObject({ backend: 'cpu', implementation: 'composed' });
  await until(isDone);
  expectSameFirsts();
});

test('the same settings give the same losses bit for bit, and another seed others', async () => {
  client.open('webgpu');
  start({ ...small, steps: 20 });
  await until(isDone);
  const first = losses();
  start({ ...small, steps: 20 });
  await until(isDone);
  expect(losses()).toEqual(first);
  start({ ...small, steps: 20, seed: 2 });
  await until(isDone);
  expect(losses()).not.toEqual(first);
});

test('a paused run makes one step at a time, takes a new rate on the way, and goes on', async () => {
  start({ ...small, steps: 12 }, true);
  await until(isStarted);
  handle.step();
  expect((await until(isTrain)).step).toBe(1);
  handle.note({ rate: 0, momentum: 0, steps: 40, speed: 0 });
  frames = [];
  handle.resume();
  expect((await until(isDone)).step).toBe(40);
});

test('auto-encoding lowers the error, and says what the best constant picture would cost', deep, async () => {
  // ReLUs would die of Adam's first, unscaled steps: at depth 2 and width 32 they stay at 0.92 of the constant picture.
  const network = { nonlinearity: 'tanh', gain: 1.2, depth: 2, width: 64, batch: 16 } as const;
  start({ ...network, task: 'encode', optimizer: 'adam', rate: 0.003, steps: 60 });
  const { constantError } = await until(isStarted);
  const last = await until(isDone);
  expect(constantError).toBeGreaterThan(0.3);
  // A network that learns nothing answers 1.02 of the constant picture's error; this one 0.90.
  expect(last.heldOut?.loss).toBeLessThan(0.95 * (constantError ?? 0));
  expect(last.examples?.outputs).toHaveLength(20 * 784);
});

test('spirals bring the picture of their plane', async () => {
  start({ data: 'spirals', depth: 2, optimizer: 'adam', rate: 0.02, steps: 100 });
  const last = await until(isDone);
  expect(last.surface?.classes).toHaveLength(1600);
  expect(new Set(last.surface?.classes).size).toBe(3);
  expect(last.heldOut?.accuracy).toBeGreaterThan(0.8);
});

test('a run that leaves float32 stops, with the layer and the step', async () => {
  start({ gain: 9, depth: 60, steps: 50 });
  const last = await until(isDone);
  expect(last.diverged).toMatchObject({ step: 0, where: 'activation' });
  expect(last.diverged?.layer).toBeGreaterThan(20);
});

test('mnist that is not there is said, and digits are used instead', async () => {
  start({ data: 'mnist', steps: 3 });
  const started = await until(isStarted);
  expect(started.data).toBe('digits');
  expect(started.complaint).toEqual({ code: 'notHere' });
  await until(isDone);
});

test('a network that fits no buffer is refused with a depth that does fit', async () => {
  frames = [];
  start({ depth: 1000, width: 1024 });
  const refused = await until(isDone).catch(reasonOf);
  expect(refused).toMatchObject({ code: 'tooLarge', neededBytes: expect.any(Number) });
  if (!('code' in refused) || refused.code !== 'tooLarge') throw new Error('It was not refused.');
  expect(refused.neededBytes).toBeGreaterThan(refused.allowedBytes);
  expect(refused.depth).toBeGreaterThan(1);
  expect(refused.depth).toBeLessThan(1000);
});

test('ten runs, every other one cancelled, leave tensors and buffers where they were', deep, async () => {
  start({ ...small, steps: 4 });
  const before = await until(isMemory);
  await until(isDone);
  for (let k = 0; k < 10; k++) {
    start({ ...small, steps: k % 2 === 0 ? 4 : 4000, seed: k });
    await until(k % 2 === 0 ? isDone : isTrain);
    if (k % 2 === 1) handle.cancel();
  }
  start({ ...small, steps: 4 });
  const after = await until(isMemory);
  expect({ tensors: after.tensors, buffers: after.buffers }).toEqual({
    tensors: before.tensors,
    buffers: before.buffers,
  });
});
