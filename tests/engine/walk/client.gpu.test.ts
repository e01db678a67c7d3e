import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEngineClient, type EngineClient } from '#engine/walk/client.ts';
import type { EngineFrame, MemoryFrame, WalkFrame, WalkSettings } from '#engine/walk/protocol.ts';
import { plainWalk } from '../../plainWalk.ts';

const settings: WalkSettings = {
  ...plainWalk,
  depth: 60,
  width: 40,
  gain: 1.45,
  seed: 3,
  walks: 60,
};

let client: EngineClient;
let frames: EngineFrame[] = [];
let wake: () => void = () => undefined;

beforeAll(() => {
  client = createEngineClient((frame) => {
    frames.push(frame);
    wake();
  });
  client.open('webgpu');
});

afterAll(() => client.close());

/** Waits until a frame satisfies `wanted`; frames seen so far count. */
async function until<F extends EngineFrame>(wanted: (frame: EngineFrame) => frame is F): Promise<F> {
  for (;;) {
    const found = frames.find(wanted);
    if (found) return found;
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
}

const isDone = (frame: EngineFrame): frame is WalkFrame => frame.kind === 'walk' && frame.done;
const isWalk = (frame: EngineFrame): frame is WalkFrame => frame.kind === 'walk';
const isMemory = (frame: EngineFrame): frame is MemoryFrame => frame.kind === 'memory';

function start(changes: Partial<WalkSettings> = {}, paused = false): number {
  frames = [];
  return client.walk({ ...settings, ...changes }, { paused });
}

const finals = () => frames.filter(isWalk).flatMap((frame) => Array.from(frame.final));

test('the worker opens WebGPU and streams a run whose last frame is marked done', async () => {
  const ready = await until(
    (frame): frame is Extract<EngineFrame, { kind: 'ready' }> => frame.kind === 'ready',
  );
  expect(ready.backend).toBe('webgpu');
  start();
  const last = await until(isDone);
  expect(last.walks).toBe(60);
  expect(finals()).toHaveLength(60);
  expect(last.moments.mean).toHaveLength(61);
  expect(last.moments.mean[0]).toBe(0);
});

test('the same settings give the same walks bit for bit, and another seed others', async () => {
  start();
  await until(isDone);
  const first = finals();
  start();
  await until(isDone);
  expect(finals()).toEqual(first);
  start({ seed: 4 });
  await until(isDone);
  expect(finals()).not.toEqual(first);
});

test('a new run cancels the one before, and none of its frames come through', async () => {
  const old = start({ depth: 1000, width: 200, walks: 1000 });
  await until(isWalk);
  const fresh = start({ walks: 5 });
  const last = await until(isDone);
  expect(last.run).toBe(fresh);
  expect(frames.some((frame) => 'run' in frame && frame.run === old)).toBe(false);
});

test('a paused run makes one walk a step, and goes on when resumed', async () => {
  start({}, true);
  client.step();
  expect((await until(isWalk)).walks).toBe(1);
  frames = [];
  client.step();
  expect((await until(isWalk)).walks).toBe(2);
  client.resume();
  expect((await until(isDone)).walks).toBe(60);
});

test('fifty runs, every other one cancelled, leave tensor and buffer counts where they were', async () => {
  start({ walks: 4 });
  const before = await until(isMemory);
  await until(isDone);
  for (let k = 0; k < 50; k++) {
    start({ walks: k % 2 === 0 ? 4 : 4000, seed: k });
    await until(k % 2 === 0 ? isDone : isWalk);
    if (k % 2 === 1) client.cancel();
  }
  start({ walks: 4 });
  const after = await until(isMemory);
  expect({ tensors: after.tensors, buffers: after.buffers }).toEqual({
    tensors: before.tensors,
    buffers: before.buffers,
  });
});
