import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { changeExperiment, restart } from '#run/store.ts';
import { frameOf, openApi, openTestPage, ready } from './testPage.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('opening a page asks for its experiment once and shows what comes', () => {
  const { asked, live, answer, store } = openTestPage();
  expect(asked).toHaveLength(1);
  expect(asked[0]?.settings).toMatchObject({ depth: 3, walks: 4, width: 100 });
  answer(1, 0, 5);
  answer(3, 1, 6);
  expect(live.current()).toMatchObject({ walks: 4, pathCount: 4, done: true });
  expect(Array.from(live.current()?.final ?? [])).toEqual([5, 6, 6, 6]);
  expect(store.getState().run).toEqual({ status: 'done' });
});

test('a dragged slider begins at most one run every 60 ms and ends on the last value', () => {
  const { store, asked } = openTestPage();
  for (let width = 1; width <= 50; width++) {
    changeExperiment(store, { width });
    vi.advanceTimersByTime(10);
  }
  vi.advanceTimersByTime(200);
  expect(asked.length).toBeLessThanOrEqual(11);
  expect(asked.at(-1)?.settings.width).toBe(50);
});

test('walks of the experiment before are neither shown nor reported under the next', () => {
  const { store, live, session, latest, emit } = openTestPage();
  const api = openApi(store, live, session);
  const first = latest();
  emit(frameOf(first.run, first.settings, 2, 0, 9));
  changeExperiment(store, { depth: 4 });
  changeExperiment(store, { depth: 5 });
  // Within the 60 ms of waiting the live walk belongs to another experiment.
  expect(api.results()).toBeNull();
  emit(frameOf(first.run, first.settings, 2, 2, 9));
  expect(api.results()).toBeNull();
  vi.advanceTimersByTime(100);
  expect(live.current()).toMatchObject({ walks: 0, settings: { depth: 5 } });
});

test('changing only the theme starts nothing', () => {
  const { store, asked, calls } = openTestPage();
  changeExperiment(store, { theme: 'dark' });
  vi.advanceTimersByTime(200);
  expect(asked).toHaveLength(1);
  expect(calls).toEqual(['open auto']);
});

test('run=0 waits for Run; Step makes one walk and waits', () => {
  const { asked, store, session, calls } = openTestPage('#run=0&walks=4&depth=3');
  expect(asked).toHaveLength(0);
  expect(store.getState().run.status).toBe('waiting');
  session.step();
  expect(asked).toMatchObject([{ paused: true }]);
  expect(calls.at(-1)).toBe('step');
  expect(store.getState().run.status).toBe('paused');
  session.run();
  expect(calls.at(-1)).toBe('resume');
  expect(store.getState().run.status).toBe('running');
});

test('a paused run stays paused when a slider moves', () => {
  const { session, store, asked } = openTestPage();
  session.pause();
  changeExperiment(store, { width: 9 });
  vi.advanceTimersByTime(100);
  expect(asked.at(-1)).toMatchObject({ paused: true, settings: { width: 9 } });
  expect(store.getState().run.status).toBe('paused');
});

test('Restart asks for the same settings again', () => {
  const { store, asked } = openTestPage();
  restart(store);
  expect(asked).toHaveLength(2);
  expect(asked[1]?.settings).toEqual(asked[0]?.settings);
});

test('a lost device is reported, and its run is begun again on the next one', () => {
  const { emit, store, asked } = openTestPage();
  emit(ready);
  const fault = { backend: 'webgpu', reason: 'lost', detail: 'gone' } as const;
  emit({ kind: 'lost', fault });
  emit({ kind: 'failed', run: 1, reason: { code: 'unforeseen', detail: 'device gone' } });
  expect(store.getState()).toMatchObject({ engine: { status: 'lost' }, run: { status: 'running' } });
  emit(ready);
  expect(asked).toHaveLength(2);
  expect(store.getState().losses).toEqual([fault]);
});

test('a finished run is not run again because its device went away afterwards', () => {
  const { emit, asked, answer } = openTestPage();
  emit(ready);
  answer(4, 0, 1);
  emit({ kind: 'lost', fault: { backend: 'webgpu', reason: 'lost', detail: 'gone' } });
  emit(ready);
  expect(asked).toHaveLength(1);
});

test('the API resolves with finished results and rejects when cancelled or failed', async () => {
  const { store, live, session, answer, emit, latest } = openTestPage();
  const api = openApi(store, live, session);
  const good = api.run();
  answer(4, 0, 2);
  await expect(good).resolves.toMatchObject({ kind: 'walk', walks: 4, dead: 0, final: [2, 2, 2, 2] });
  const cancelled = api.run();
  api.cancel();
  await expect(cancelled).rejects.toThrow('cancelled');
  const failed = api.run();
  emit({ kind: 'failed', run: latest().run, reason: { code: 'unforeseen', detail: 'out of memory' } });
  await expect(failed).rejects.toThrow('out of memory');
});

test('the API reads values as a link would, returns the notices and never throws', () => {
  const { store, live, session } = openTestPage();
  const api = openApi(store, live, session);
  const notices = api.set({ depth: 200, width: 'wide', gain: null, extra: { a: 1 } });
  expect(api.experiment()).toMatchObject({ depth: 200, width: 100, gain: 'auto' });
  expect(notices.map(({ key, kind }) => [key, kind])).toEqual([
    ['width', 'unreadable'],
    ['gain', 'unreadable'],
    ['extra', 'unknown'],
  ]);
});

test('closing ends the engine and its timers', () => {
  const { session, store, asked, calls } = openTestPage();
  session.close();
  changeExperiment(store, { width: 3 });
  vi.advanceTimersByTime(500);
  expect(asked).toHaveLength(1);
  expect(calls.at(-1)).toBe('close');
});
