import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWalkClient, type WalkClient } from '#engine/walk/client.ts';
import type { EngineNews, ReadyFrame, WalkFrame, WalkRunFrame, WalkSettings } from '#engine/walk/protocol.ts';
import type { RunHandle } from '#engine/worker/client.ts';
import type { EndFrame, MemoryFrame, Priority } from '#engine/worker/protocol.ts';
import { deep } from '../../deep.ts';
import { plainWalk } from '../../plainWalk.ts';

const settings: WalkSettings = {
  ...plainWalk,
  depth: 60,
  width: 40,
  gain: 1.45,
  seed: 3,
  walks: 60,
};

let client: WalkClient;
let handle: RunHandle;
const news: EngineNews[] = [];
let frames: WalkRunFrame[] = [];
/** Everything the worker sends, whether or not anybody hears it. */
const sent: (WalkRunFrame | EngineNews)[] = [];
let wake: () => void = () => undefined;

function startWorker(): Worker {
  const worker = new Worker(new URL('../../../src/engine/walk/worker.ts', import.meta.url), {
    type: 'module',
  });
  worker.addEventListener('message', ({ data }) => {
    sent.push(data);
    wake();
  });
  return worker;
}

beforeAll(() => {
  client = createWalkClient((said) => {
    news.push(said);
    wake();
  }, startWorker);
  client.open('webgpu');
  client.start();
});

afterAll(() => client.close());

/** Waits until something that was heard satisfies `wanted`; what was heard before counts. */
async function heard<T, F extends T>(from: () => readonly T[], wanted: (frame: T) => frame is F): Promise<F> {
  for (;;) {
    const found = from().find(wanted);
    if (found) return found;
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
}

const until = <F extends WalkRunFrame>(wanted: (frame: WalkRunFrame) => frame is F) =>
  heard(() => frames, wanted);

const isDone = (frame: WalkRunFrame): frame is WalkFrame => frame.kind === 'walk' && frame.done;
const isWalk = (frame: WalkRunFrame): frame is WalkFrame => frame.kind === 'walk';
const isMemory = (frame: WalkRunFrame): frame is MemoryFrame => frame.kind === 'memory';

function start(changes: Partial<WalkSettings> = {}, paused = false): number {
  handle?.cancel();
  frames = [];
  handle = client.begin(
    () => ({ kind: 'walk', settings: { ...settings, ...changes } }),
    { paused },
    (frame) => {
      if (frame.kind !== 'again') frames.push(frame);
      wake();
    },
  );
  return handle.run;
}

const finals = () => frames.filter(isWalk).flatMap((frame) => Array.from(frame.final));

test('the worker opens WebGPU and streams a run whose last frame is marked done', async () => {
  const ready = await heard(
    () => news,
    (said): said is ReadyFrame => said.kind === 'ready',
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

test('a cancelled run is heard of no more, and its work really ends', async () => {
  const old = start({ depth: 1000, width: 200, walks: 1000 });
  await until(isWalk);
  const fresh = start({ walks: 5 });
  const last = await until(isDone);
  expect(last.run).toBe(fresh);
  expect(frames.every(({ run }) => run === fresh)).toBe(true);
  const ofOld = () => sent.filter((frame): frame is WalkRunFrame => 'run' in frame && frame.run === old);
  await heard(ofOld, (frame): frame is EndFrame => frame.kind === 'cancelled');
  expect(ofOld().at(-1)?.kind).toBe('cancelled');
  // Another run later the old one has still sent nothing more.
  const count = ofOld().length;
  start({ walks: 5 });
  await until(isDone);
  expect(ofOld()).toHaveLength(count);
});

test('what is on the screen goes before what is not, and both are finished', async () => {
  const order: string[] = [];
  const begin = (name: string, priority: Priority, walks: number) =>
    new Promise<void>((resolve) => {
      client.begin(
        () => ({ kind: 'walk', settings: { ...settings, walks } }),
        { priority },
        (frame) => {
          if (frame.kind !== 'walk' || !frame.done) return;
          order.push(name);
          resolve();
        },
      );
    });
  await Promise.all([
    begin('sweep', 'sweep', 20),
    begin('reference', 'reference', 20),
    begin('screen', 'screen', 60),
  ]);
  expect(order).toEqual(['screen', 'reference', 'sweep']);
});

test('a paused run makes one walk a step, and goes on when resumed', async () => {
  start({}, true);
  handle.step();
  expect((await until(isWalk)).walks).toBe(1);
  frames = [];
  handle.step();
  expect((await until(isWalk)).walks).toBe(2);
  handle.resume();
  expect((await until(isDone)).walks).toBe(60);
});

test(
  'fifty runs, every other one cancelled, leave tensor and buffer counts where they were',
  deep,
  async () => {
    start({ walks: 4 });
    const before = await until(isMemory);
    await until(isDone);
    for (let k = 0; k < 50; k++) {
      start({ walks: k % 2 === 0 ? 4 : 4000, seed: k });
      await until(k % 2 === 0 ? isDone : isWalk);
      if (k % 2 === 1) handle.cancel();
    }
    start({ walks: 4 });
    const after = await until(isMemory);
    expect({ tensors: after.tensors, buffers: after.buffers }).toEqual({
      tensors: before.tensors,
      buffers: before.buffers,
    });
  },
);
