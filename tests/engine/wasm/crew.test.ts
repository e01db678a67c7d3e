import { expect, test, vi } from 'vitest';
import type { WalkSlice } from '#engine/kernels/walkSlice/walkSlice.ts';
import { createCrew } from '#engine/wasm/crew.ts';
import type { CrewOrder } from '#engine/wasm/crewProtocol.ts';
import { createSliceWalker, type WalkerBatch } from '#engine/wasm/sliceWalker.ts';
import { compileWalks } from '#engine/wasm/walkBinary.ts';
import { isRefusal } from '#engine/worker/reason.ts';
import { plainSlice } from './plainSlice.ts';

const compiled = await compileWalks();
if (!compiled) throw new Error('This machine has no 128-bit vectors.');
const module = compiled;

/** A worker that does what engine/wasm/worker.ts does, in this thread. `most`: walks of a batch that it has room for. */
class ThreadlessWorker extends EventTarget {
  readonly most: number;
  isAlive = true;
  readonly batches = new Map<number, WalkerBatch>();

  constructor(most = Number.POSITIVE_INFINITY) {
    super();
    this.most = most;
  }

  answer(data: object): void {
    queueMicrotask(() => this.dispatchEvent(new MessageEvent('message', { data })));
  }

  postMessage(order: CrewOrder): void {
    if (!this.isAlive) return;
    if (order.kind === 'begin') this.answer({ kind: 'ready' });
    else if (order.kind === 'end') {
      this.batches.get(order.batch)?.dispose();
      this.batches.delete(order.batch);
    } else if (order.work.slice.batch > this.most) {
      this.answer({ kind: 'failed', batch: order.batch, isMemory: true, detail: 'full' });
    } else {
      const { batch, work } = order;
      const state = this.batches.get(batch) ?? createSliceWalker(module).start(work);
      this.batches.set(batch, state);
      this.answer({ kind: 'walked', batch, increments: state.walk(work) });
    }
  }

  die(): void {
    this.isAlive = false;
    this.dispatchEvent(Object.assign(new Event('error'), { message: 'gone' }));
  }

  terminate(): void {
    this.isAlive = false;
  }
}

function crewOf(threads: number, most?: number) {
  const workers: ThreadlessWorker[] = [];
  const createWorker = () => {
    const worker = new ThreadlessWorker(most);
    workers.push(worker);
    return worker as unknown as Worker;
  };
  return { crew: createCrew({ module, threads, createWorker }), workers };
}

const forward: WalkSlice = { ...plainSlice, batch: 7, width: 21, steps: 4 };
const matrices = (slice: WalkSlice) => ({ kind: 'matrices', slice }) as const;

const slices: readonly WalkSlice[] = [
  forward,
  { ...forward, firstStep: 4, steps: 3 },
  { ...forward, direction: 'backward', steps: 7 },
];

/** All increments of the slices, as a crew of so many walks them. */
async function walkedBy(threads: number): Promise<number[]> {
  const { crew, workers } = crewOf(threads);
  await crew.hire();
  expect(crew.size()).toBe(threads);
  const batch = crew.start(forward.batch);
  const found: number[] = [];
  for (const slice of slices) found.push(...(await batch.walk(matrices(slice))));
  batch.dispose();
  expect(workers.every(({ batches }) => batches.size === 0)).toBe(true);
  crew.close();
  return found;
}

test('walks are the same to the last bit, however many share them', async () => {
  const alone = await walkedBy(1);
  expect(alone).toHaveLength(7 * 14 * 2);
  expect(new Set(alone).size).toBeGreaterThan(100);
  for (const threads of [2, 3, 9]) expect(await walkedBy(threads), `${threads} threads`).toEqual(alone);
});

test('a slice that takes a moment asks for workers, and a small one does not', async () => {
  const { crew, workers } = crewOf(2);
  await crew.start(1).walk(matrices({ ...forward, batch: 1 }));
  expect(workers).toHaveLength(0);
  await crew.start(3).walk(matrices({ ...forward, batch: 3, width: 512, steps: 4 }));
  expect(workers).toHaveLength(2);
  await crew.hire();
  expect(workers).toHaveLength(2);
  crew.close();
});

test('until its workers are there a crew walks in its own thread, and for ever where there are none', async () => {
  const { crew } = crewOf(2);
  expect(crew.size()).toBe(1);
  const early = crew.start(2);
  await crew.hire();
  expect(crew.size()).toBe(2);
  expect(await early.walk(matrices({ ...forward, batch: 2 }))).toHaveLength(2 * 4 * 2);
  crew.close();
  const refused = createCrew({
    module,
    threads: 4,
    createWorker: () => {
      throw new Error('No workers here.');
    },
  });
  await refused.hire();
  expect(refused.size()).toBe(1);
});

test('a member without memory for its walks refuses them, so that fewer are tried', async () => {
  const { crew } = crewOf(2, 3);
  await crew.hire();
  const error = await crew
    .start(8)
    .walk(matrices({ ...forward, batch: 8 }))
    .catch((reason: unknown) => reason);
  expect(isRefusal(error)).toBe(true);
  expect(await crew.start(6).walk(matrices({ ...forward, batch: 6 }))).toHaveLength(6 * 4 * 2);
});

test('the death of a worker is told once, ends what it was asked for, and a closed crew says nothing', async () => {
  const { crew, workers } = crewOf(2);
  await crew.hire();
  const batch = crew.start(2);
  const [worker] = workers;
  if (worker) worker.isAlive = false;
  const walking = batch.walk(matrices({ ...forward, batch: 2 }));
  worker?.die();
  await expect(walking).rejects.toThrow('gone');
  expect(await crew.lost).toBe('gone');
  const closed = crewOf(2);
  await closed.crew.hire();
  const heard = vi.fn();
  closed.crew.lost.then(heard);
  const pending = closed.crew.start(1).walk(matrices({ ...forward, batch: 1 }));
  closed.crew.close();
  await pending.catch(() => undefined);
  expect(heard).not.toHaveBeenCalled();
  expect(closed.workers.some(({ isAlive }) => isAlive)).toBe(false);
});
