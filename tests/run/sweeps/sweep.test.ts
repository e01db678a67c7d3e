import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { TrainJob, TrainRunFrame } from '#engine/train/protocol.ts';
import type { Tuning } from '#engine/train/trainSettings.ts';
import type { WalkFrame, WalkSettings } from '#engine/walk/protocol.ts';
import { changeExperiment, createWalkStore, openLink, restart } from '#run/store.ts';
import { createSweep } from '#run/sweeps/sweep.ts';
import { createSweepApi } from '#run/sweeps/sweepApi.ts';
import { createFakeEngine } from '../fakeEngine.ts';
import { createFakeWalkEngine } from '../testPage.ts';

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
function finished({ walks, depth }: WalkSettings, value = 0): Omit<WalkFrame, 'run'> {
  const series = (fill: number) => new Float64Array(depth + 1).fill(fill);
  return {
    kind: 'walk',
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
  const engine = createFakeWalkEngine();
  const trainer = createFakeEngine<TrainJob, TrainRunFrame, Tuning>();
  let trainers = 0;
  const sweep = createSweep(store, {
    walk: engine.client,
    train() {
      trainers += 1;
      return trainer.client;
    },
    now: () => performance.now(),
  });
  const walked = () => engine.asked.flatMap(({ job }) => (job.kind === 'walk' ? [job.settings] : []));
  /** The engine finishes the point that it was last asked for. */
  const finish = (value = 0) => {
    const asked = walked().at(-1);
    if (asked) engine.emit(finished(asked, value));
  };
  const status = () => sweep.state().status;
  const doneCount = () =>
    [...sweep.record().measured.values()].filter((measurement) => measurement.done).length;
  return {
    ...engine,
    store,
    sweep,
    api: createSweepApi(store, sweep),
    walked,
    trainer,
    trainers: () => trainers,
    finish,
    status,
    doneCount,
  };
}

test('a sweep begins at once and measures its points one after another, each with a seed of its own', () => {
  const { sweep, walked, finish, status } = openSweeps();
  const { points } = sweep.record().plan;
  expect(walked()).toHaveLength(1);
  for (let i = 0; i < points.length; i++) finish();
  expect(walked()).toHaveLength(points.length);
  expect(new Set(walked().map(({ seed }) => seed)).size).toBe(points.length);
  expect(status()).toBe('done');
});

test('with run=0 it waits, and Run begins it', () => {
  const { sweep, walked, status } = openSweeps('#view=scale&run=0');
  expect(walked()).toHaveLength(0);
  expect(status()).toBe('waiting');
  sweep.resume();
  expect(walked()).toHaveLength(1);
});

test('a sweep that is cancelled halfway keeps its points, and Resume measures only the rest', () => {
  const { sweep, walked, finish, status, doneCount } = openSweeps();
  finish();
  finish();
  sweep.cancel();
  expect(status()).toBe('cancelled');
  expect(doneCount()).toBe(2);
  // What the engine had on its way is nobody's any more.
  finish();
  expect(doneCount()).toBe(2);
  sweep.resume();
  expect(walked().at(-1)).toEqual(walked()[2]);
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
  const before = walked().length;
  vi.advanceTimersByTime(restMs);
  expect(walked()).toHaveLength(before + 1);
  expect(walked().at(-1)?.depth).toBe(7);
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
  expect(walked().at(-1)).toEqual(walked()[2]);
  restart(store);
  expect(doneCount()).toBe(0);
  expect(walked().at(-1)).toEqual(walked()[0]);
});

test('another backend measures every point again', () => {
  const { store, finish, doneCount, walked } = openSweeps();
  finish();
  changeExperiment(store, { backend: 'cpu' });
  expect(doneCount()).toBe(0);
  vi.advanceTimersByTime(restMs);
  expect(walked().at(-1)).toEqual(walked()[0]);
});

test('leaving the view holds the sweep, and coming back goes on; after a cancel it does not', () => {
  const { store, sweep, walked, finish, status } = openSweeps();
  finish();
  changeExperiment(store, { view: 'walk' });
  expect(status()).toBe('cancelled');
  changeExperiment(store, { view: 'scale' });
  expect(status()).toBe('running');
  expect(walked().at(-1)).toEqual(walked()[1]);
  sweep.cancel();
  changeExperiment(store, { view: 'walk' });
  changeExperiment(store, { view: 'scale' });
  expect(status()).toBe('cancelled');
});

test('a failure is told and keeps the points; Resume measures the rest', () => {
  const { sweep, walked, finish, emit, doneCount } = openSweeps();
  finish();
  emit({ kind: 'failed', reason: { code: 'notANumber', step: 7 } });
  expect(sweep.state()).toEqual({
    status: 'failed',
    message: expect.stringContaining('NaN at step 7'),
  });
  sweep.resume();
  emit({ kind: 'started', backend: 'cpu', device: 'test', raced: [] });
  expect(walked().at(-1)).toEqual(walked()[1]);
  expect(sweep.record()).toMatchObject({ backend: 'cpu (test)' });
  expect(sweep.state()).toEqual({ status: 'running' });
  expect(doneCount()).toBe(1);
});

test('a point whose worker died is measured again, and the points before it stand', () => {
  const { finish, die, latest, doneCount, emit, walked, sweep } = openSweeps();
  finish();
  const point = latest();
  const settings = walked().at(-1);
  if (!settings) throw new Error('Nothing was asked for.');
  emit({ ...finished(settings, 3), walks: 4, done: false });
  expect(die(point.run)).toEqual(point.job);
  const { plan, measured, active } = sweep.record();
  expect(measured.get(plan.points[active ?? -1]?.key ?? '')).toMatchObject({ walks: 0, done: false });
  expect(doneCount()).toBe(1);
  finish();
  expect(doneCount()).toBe(2);
});

test('the API runs a sweep afresh, gives its table, and rejects when it is cancelled', async () => {
  const { store, sweep, api, finish } = openSweeps();
  finish(3);
  expect(api.results()).toMatchObject({ kind: 'scale', sweep: 'gain', done: false });
  const ran = api.run();
  const count = sweep.record().plan.points.length;
  for (let i = 0; i < count; i++) finish(5);
  const results = await ran;
  expect(results).toMatchObject({ done: true, theory: 'exact', experiment: store.getState().experiment });
  expect(results.rows).toHaveLength(count);
  const drift = results.columns.indexOf('drift');
  for (const row of results.rows) expect(row[drift]).toBe(1);
  expect(JSON.parse(JSON.stringify(results))).toEqual(results);
  const broken = api.run();
  sweep.cancel();
  await expect(broken).rejects.toThrow('cancelled');
  changeExperiment(store, { depth: 9 });
  expect(api.results()).toBeNull();
});

test('the error sweep trains, on an engine that is asked for when it is first needed', () => {
  const { store, trainer, trainers, doneCount, sweep } = openSweeps();
  expect(trainers()).toBe(0);
  changeExperiment(store, { sweep: 'error', steps: 20 });
  vi.advanceTimersByTime(restMs);
  expect(trainers()).toBe(1);
  expect(trainer.asked).toHaveLength(1);
  const steps = { losses: new Float32Array(20).fill(2), accuracies: new Float32Array(20).fill(0.25) };
  const rest = {
    norms: [],
    heldOut: null,
    examples: null,
    answers: null,
    surface: null,
    elapsedMs: 1,
    scriptMs: 1,
  };
  trainer.emit({ kind: 'train', step: 20, rate: 0.01, ...steps, ...rest, diverged: null, done: true });
  expect(doneCount()).toBe(1);
  expect(trainer.asked).toHaveLength(2);
  const { columns, rows } = sweep.record().plan.table(sweep.record().measured);
  expect(rows[0]?.[columns.indexOf('error')]).toBe(0.75);
  expect(rows[0]?.[columns.indexOf('loss')]).toBe(2);
});
