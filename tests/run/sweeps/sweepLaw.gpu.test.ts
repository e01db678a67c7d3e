import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTrainClient } from '#engine/train/client.ts';
import { createWalkClient } from '#engine/walk/client.ts';
import type { WalkRunFrame } from '#engine/walk/protocol.ts';
import type { MemoryFrame } from '#engine/worker/protocol.ts';
import { changeByText, createWalkStore, type WalkStore } from '#run/store.ts';
import type { ScaleResults } from '#run/sweeps/scaleResults.ts';
import { createSweep, type Sweep } from '#run/sweeps/sweep.ts';
import { createSweepApi, type SweepApi } from '#run/sweeps/sweepApi.ts';
import { deep } from '../../deep.ts';

let store: WalkStore;
let sweeper: Sweep;
let api: SweepApi;
let close: () => void;
const memory: MemoryFrame[] = [];

/** The walks' worker, whose word of its memory is noted. */
function startWorker(): Worker {
  const worker = new Worker(new URL('../../../src/engine/walk/worker.ts', import.meta.url), {
    type: 'module',
  });
  worker.addEventListener('message', ({ data }: MessageEvent<WalkRunFrame>) => {
    if (data.kind === 'memory') memory.push(data);
  });
  return worker;
}

beforeAll(() => {
  store = createWalkStore();
  changeByText(store, [['run', '0']]);
  const walk = createWalkClient(() => undefined, startWorker);
  const trainer = createTrainClient(() => undefined);
  walk.start();
  sweeper = createSweep(store, {
    walk,
    train() {
      trainer.start();
      return trainer;
    },
    now: () => performance.now(),
  });
  api = createSweepApi(store, sweeper);
  close = () => {
    sweeper.close();
    walk.close();
    trainer.close();
  };
});

afterAll(() => close());

function choose(change: Readonly<Record<string, string | number>>): void {
  const pairs = Object.entries({ view: 'scale', ...change }).map(
    ([key, value]) => [key, String(value)] as const,
  );
  expect(changeByText(store, pairs)).toEqual([]);
}

async function sweep(
  change: Readonly<Record<string, string | number>>,
  theory = 'exact',
): Promise<ScaleResults> {
  choose(change);
  const results = await api.run();
  expect(results).toMatchObject({ done: true, theory });
  return results;
}

/** How many standard errors the measured values of a column are off theory, largest first. */
function deviations({ columns, rows }: ScaleResults, name: string, theory = `${name}Theory`): number[] {
  const at = (row: readonly (number | null)[], column: string) => row[columns.indexOf(column)] ?? null;
  return rows
    .flatMap((row) => {
      const [value, error, exact] = [at(row, name), at(row, `${name}Error`), at(row, theory)];
      return value === null || exact === null || !error ? [] : [Math.abs(value - exact) / error];
    })
    .toSorted((a, b) => b - a);
}

/** All of a sweep's measured points lie within four standard errors of exact theory, and there are so many. */
function expectAgreement(results: ScaleResults, name: string, count: number): void {
  const off = deviations(results, name);
  expect(off).toHaveLength(count);
  expect(off[0]).toBeLessThan(4);
}

const free = { sampler: 'free', walks: 1500, seed: 11, gain: 'auto', weights: 'gaussian', f: 'relu' };

test('drift against gain, by real matrices and matrix-free', deep, async () => {
  const matrices = { sampler: 'matrices', depth: 8, width: 12, walks: 100 };
  expectAgreement(await sweep({ ...free, ...matrices, sweep: 'gain' }), 'drift', 18);
  expectAgreement(await sweep({ ...free, sweep: 'gain', depth: 40, width: 32, walks: 500 }), 'drift', 18);
});

test('g* against width', deep, async () => {
  expectAgreement(await sweep({ ...free, sweep: 'width', depth: 40 }), 'gain', 10);
});

test('Var ln Z over depth x width, and the share within a factor of 10', deep, async () => {
  const results = await sweep({ ...free, sweep: 'map', f: 'linear', walks: 200 });
  expectAgreement(results, 'variance', 30);
  expectAgreement(results, 'within', 30);
});

test('a budget of parameters spent on depth or width', async () => {
  const results = await sweep({ ...free, sweep: 'budget', budget: 100_000, walks: 250 });
  expectAgreement(results, 'variance', 10);
});

test('mean against typical: <ln Z> at every depth for He and for g*', async () => {
  const results = await sweep({ ...free, sweep: 'mean', depth: 100, width: 50 });
  // At layer 0 there is nothing to be off.
  expectAgreement(results, 'mean', 32);
});

test(
  'cures: the plain network by exact theory; layer norm explodes, branches with it grow by a power',
  deep,
  async () => {
    const results = await sweep({ ...free, sweep: 'cures', width: 24, walks: 60 }, 'leading-order');
    const { columns, rows } = results;
    const of = (cure: number) => ({ ...results, rows: rows.filter(([number]) => number === cure) });
    expectAgreement(of(1), 'mean', 7);
    const last = (cure: number) => of(cure).rows.at(-1)?.[columns.indexOf('mean')] ?? Number.NaN;
    // Infinite width: 384, 9.4 and 2.2.
    expect(last(5)).toBeGreaterThan(200);
    expect(last(7)).toBeGreaterThan(6);
    expect(last(7)).toBeLessThan(12);
    expect(Math.abs(last(6))).toBeLessThan(5);
  },
);

test('own widths: mean and variance of every layer, by fan-in and fan-out', async () => {
  const own = { ...free, sweep: 'widths', widths: '100-50-200-25-100-60', gain: 1 };
  for (const f of ['linear', 'relu']) {
    const results = await sweep({ ...own, f, scaling: 'fanin' });
    expectAgreement(results, 'mean', 5);
    expectAgreement(results, 'variance', 5);
    const last = results.rows.at(-1) ?? [];
    const at = (column: string) => last[results.columns.indexOf(column)];
    expect(at('meanTheory')).toBeCloseTo(f === 'linear' ? -0.0857 : -3.688, 3);
    expect(at('varianceTheory')).toBeCloseTo(f === 'linear' ? 0.1745 : 0.4743, 4);
  }
  expectAgreement(await sweep({ ...own, scaling: 'fanout' }), 'mean', 5);
});

test('a sweep cancelled halfway keeps its measurements, and Resume takes exactly the rest', async () => {
  choose({ ...free, sweep: 'gain', depth: 60, width: 24, walks: 300 });
  const ran = api.run();
  await new Promise<void>((resolve) => {
    const forget = sweeper.subscribe(() => {
      if (sweeper.record().active !== 3) return;
      forget();
      resolve();
    });
  });
  sweeper.cancel();
  await expect(ran).rejects.toThrow('cancelled');
  const kept = sweeper.record().measured;
  const { points } = sweeper.record().plan;
  expect(points.filter(({ key }) => kept.get(key)?.done)).toHaveLength(3);
  const ended = sweeper.ended();
  sweeper.resume();
  expect(await ended).toEqual({ status: 'done' });
  const after = sweeper.record().measured;
  for (const { key } of points.slice(0, 3)) expect(after.get(key)).toBe(kept.get(key));
});

test('twenty sweeps, every other one cancelled, leave tensor and buffer counts where they were', async () => {
  const small = { ...free, sweep: 'mean', depth: 8, width: 8, walks: 20 };
  await sweep(small);
  const before = memory.at(-1);
  for (let k = 0; k < 20; k++) {
    choose({ ...small, seed: k, sampler: k % 4 < 2 ? 'free' : 'matrices' });
    const ran = api.run();
    if (k % 2 === 0) await ran;
    else {
      const refused = expect(ran).rejects.toThrow('cancelled');
      sweeper.cancel();
      await refused;
    }
  }
  await sweep(small);
  const after = memory.at(-1);
  expect(before?.tensors).toBeGreaterThanOrEqual(0);
  expect(after).toMatchObject({ tensors: before?.tensors, buffers: before?.buffers });
});
