import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { TrainClient } from '#engine/train/client.ts';
import type { TrainEngineFrame, TrainSettings } from '#engine/train/protocol.ts';
import type { EngineClient } from '#engine/walk/client.ts';
import type { EngineFrame, WalkFrame, WalkSettings } from '#engine/walk/protocol.ts';
import { changeExperiment, createWalkStore, openLink, restart } from '#run/store.ts';
import { createSweeping } from '#run/sweeps/sweeping.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', { baseURI: 'http://localhost/' });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const restMs = 1000;

/** The last frame of a run of walks, every one of which ends at `value`. */
function finished({ walks, depth }: WalkSettings, value = 0): WalkFrame {
  const series = (fill: number) => new Float64Array(depth + 1).fill(fill);
  return {
    kind: 'walk',
    run: 1,
    walks,
    dead: 0,
    moments: {
      mean: series(value),
      variance: series(1),
      stderrMean: series(0.1),
      stderrVariance: series(0.1),
    },
    paths: new Float32Array(0),
    pathCount: 0,
    final: new Float32Array(walks).fill(value),
    elapsedMs: 5,
    weightsPerSecond: 1,
    done: true,
  };
}

/** Sweeps over engines that only note what they are asked. */
function openSweeps(hash = '#view=scale&depth=5&width=8&walks=10') {
  const store = createWalkStore();
  openLink(store, hash);
  const walked: WalkSettings[] = [];
  const trained: TrainSettings[] = [];
  const calls: string[] = [];
  let emit: (frame: EngineFrame) => void = () => undefined;
  let emitTraining: (frame: TrainEngineFrame) => void = () => undefined;
  const note = (name: string) => () => {
    calls.push(name);
  };
  const quiet = { pause: note('pause'), resume: note('resume'), step: note('step') };
  const walk: EngineClient = {
    ...quiet,
    open: (backend) => calls.push(`open ${backend}`),
    walk: (settings) => walked.push(settings),
    findGain: note('findGain'),
    cancel: note('cancel'),
    close: note('close'),
  };
  const train: TrainClient = {
    ...quiet,
    open: (backend) => calls.push(`open training ${backend}`),
    train: (settings) => trained.push(settings),
    retune: note('retune'),
    cancel: note('cancel training'),
    take: note('take'),
    close: note('close training'),
  };
  const sweeping = createSweeping(store, {
    walk(listener) {
      emit = listener;
      return walk;
    },
    train(listener) {
      emitTraining = listener;
      return train;
    },
  });
  /** The engine finishes the point that it was last asked for. */
  const finish = (value = 0) => {
    const asked = walked.at(-1);
    if (asked) emit(finished(asked, value));
  };
  const status = () => sweeping.live.current().run.status;
  const doneCount = () =>
    [...sweeping.live.current().measured.values()].filter((measurement) => measurement.done).length;
  return {
    store,
    sweeping,
    walked,
    trained,
    calls,
    finish,
    status,
    doneCount,
    emit: (frame: EngineFrame) => emit(frame),
    emitTraining: (frame: TrainEngineFrame) => emitTraining(frame),
  };
}

test('a sweep begins at once and measures its points one after another, each with a seed of its own', () => {
  const { sweeping, walked, finish, status } = openSweeps();
  const { points } = sweeping.live.current().plan;
  expect(walked).toHaveLength(1);
  for (let i = 0; i < points.length; i++) finish();
  expect(walked).toHaveLength(points.length);
  expect(new Set(walked.map(({ seed }) => seed)).size).toBe(points.length);
  expect(status()).toBe('done');
});

test('with run=0 it waits, and Run begins it', () => {
  const { sweeping, walked, status } = openSweeps('#view=scale&run=0');
  expect(walked).toHaveLength(0);
  expect(status()).toBe('waiting');
  sweeping.resume();
  expect(walked).toHaveLength(1);
});

test('a sweep that is cancelled halfway keeps its points, and Resume measures only the rest', () => {
  const { sweeping, walked, finish, status, doneCount } = openSweeps();
  finish();
  finish();
  sweeping.cancel();
  expect(status()).toBe('cancelled');
  expect(doneCount()).toBe(2);
  // What the engine had on its way is nobody's any more.
  finish();
  expect(doneCount()).toBe(2);
  sweeping.resume();
  expect(walked.at(-1)).toEqual(walked[2]);
  finish();
  expect(doneCount()).toBe(3);
});

test('a changed setting starts a clean sweep when it has rested; one that the sweep does not use changes nothing', () => {
  const { store, walked, finish, status, doneCount, calls } = openSweeps();
  finish();
  changeExperiment(store, { budget: 5000, theme: 'dark' });
  expect(status()).toBe('running');
  expect(doneCount()).toBe(1);
  changeExperiment(store, { depth: 6 });
  expect(calls).toContain('cancel');
  expect(doneCount()).toBe(0);
  changeExperiment(store, { depth: 7 });
  const before = walked.length;
  vi.advanceTimersByTime(restMs);
  expect(walked).toHaveLength(before + 1);
  expect(walked.at(-1)?.depth).toBe(7);
});

test('points that were measured are known again when their sweep comes back, until Restart', () => {
  const { store, finish, doneCount, walked } = openSweeps();
  finish();
  finish();
  changeExperiment(store, { sweep: 'budget' });
  vi.advanceTimersByTime(restMs);
  expect(doneCount()).toBe(0);
  changeExperiment(store, { sweep: 'gain' });
  expect(doneCount()).toBe(2);
  vi.advanceTimersByTime(restMs);
  expect(walked.at(-1)).toEqual(walked[2]);
  restart(store);
  expect(doneCount()).toBe(0);
  expect(walked.at(-1)).toEqual(walked[0]);
});

test('another backend measures every point again', () => {
  const { store, finish, doneCount, calls } = openSweeps();
  finish();
  changeExperiment(store, { backend: 'cpu' });
  expect(calls).toContain('open cpu');
  expect(doneCount()).toBe(0);
});

test('leaving the view holds the sweep, and coming back goes on; after a cancel it does not', () => {
  const { store, sweeping, walked, finish, status } = openSweeps();
  finish();
  changeExperiment(store, { view: 'walk' });
  expect(status()).toBe('cancelled');
  changeExperiment(store, { view: 'scale' });
  expect(status()).toBe('running');
  expect(walked.at(-1)).toEqual(walked[1]);
  sweeping.cancel();
  changeExperiment(store, { view: 'walk' });
  changeExperiment(store, { view: 'scale' });
  expect(status()).toBe('cancelled');
});

test('a failure is told and keeps the points; a lost device is replaced and its point begun again', () => {
  const { sweeping, walked, finish, emit, doneCount } = openSweeps();
  finish();
  emit({ kind: 'failed', run: 1, reason: { code: 'notANumber', step: 7 } });
  expect(sweeping.live.current().run).toEqual({
    status: 'failed',
    message: expect.stringContaining('NaN at step 7'),
  });
  sweeping.resume();
  emit({ kind: 'lost', fault: { backend: 'webgpu', reason: 'lost', detail: '' } });
  emit({ kind: 'failed', run: 1, reason: { code: 'unforeseen', detail: 'The device is lost.' } });
  const ready = { software: true, selfTest: { passed: true, checks: [] }, faults: [] } as const;
  emit({ kind: 'ready', backend: 'cpu', device: 'test', ...ready });
  expect(walked.at(-1)).toEqual(walked[1]);
  expect(sweeping.live.current()).toMatchObject({ run: { status: 'running' }, backend: 'cpu (test)' });
  expect(doneCount()).toBe(1);
});

test('the API runs a sweep afresh, gives its table, and rejects when it is cancelled', async () => {
  const { store, sweeping, finish } = openSweeps();
  finish(3);
  expect(sweeping.api.results()).toMatchObject({ kind: 'scale', sweep: 'gain', done: false });
  const ran = sweeping.api.run();
  const count = sweeping.live.current().plan.points.length;
  for (let i = 0; i < count; i++) finish(5);
  const results = await ran;
  expect(results).toMatchObject({ done: true, theory: 'exact', experiment: store.getState().experiment });
  expect(results.rows).toHaveLength(count);
  const drift = results.columns.indexOf('drift');
  for (const row of results.rows) expect(row[drift]).toBe(1);
  expect(JSON.parse(JSON.stringify(results))).toEqual(results);
  const broken = sweeping.api.run();
  sweeping.cancel();
  await expect(broken).rejects.toThrow('cancelled');
  changeExperiment(store, { depth: 9 });
  expect(sweeping.api.results()).toBeNull();
});

test('the error sweep trains, on an engine that is opened when it is first needed', () => {
  const { store, trained, calls, emitTraining, doneCount, sweeping } = openSweeps();
  expect(calls).not.toContain('open training auto');
  changeExperiment(store, { sweep: 'error', steps: 20 });
  vi.advanceTimersByTime(restMs);
  expect(calls).toContain('open training auto');
  expect(trained).toHaveLength(1);
  const steps = { losses: new Float32Array(20).fill(2), accuracies: new Float32Array(20).fill(0.25) };
  const rest = { norms: [], heldOut: null, examples: null, surface: null, elapsedMs: 1, scriptMs: 1 };
  emitTraining({ kind: 'train', run: 1, step: 20, ...steps, ...rest, diverged: null, done: true });
  expect(doneCount()).toBe(1);
  expect(trained).toHaveLength(2);
  const { columns, rows } = sweeping.live.current().plan.table(sweeping.live.current().measured);
  expect(rows[0]?.[columns.indexOf('error')]).toBe(0.75);
  expect(rows[0]?.[columns.indexOf('loss')]).toBe(2);
});
