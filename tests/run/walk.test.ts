import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { walkNews } from '#run/engineNews.ts';
import { changeExperiment, restart } from '#run/store.ts';
import { frameOf, openApi, openTestPage, ready } from './testPage.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('opening a page asks for its experiment once and shows what comes', () => {
  const { asked, live, answer, store } = openTestPage();
  expect(asked()).toHaveLength(1);
  expect(asked()[0]?.settings).toMatchObject({ depth: 3, walks: 4, width: 100 });
  answer(1, 0, 5);
  answer(3, 1, 6);
  expect(live.getState()).toMatchObject({ walks: 4, pathCount: 4, done: true });
  expect(Array.from(live.getState()?.final ?? [])).toEqual([5, 6, 6, 6]);
  expect(store.getState().run).toEqual({ status: 'done' });
});

test('a dragged slider begins at most one run every 60 ms and ends on the last value', () => {
  const { store, asked } = openTestPage();
  for (let width = 1; width <= 50; width++) {
    changeExperiment(store, { width });
    vi.advanceTimersByTime(10);
  }
  vi.advanceTimersByTime(200);
  expect(asked().length).toBeLessThanOrEqual(11);
  expect(asked().at(-1)?.settings.width).toBe(50);
});

test('walks of the experiment before are neither shown nor reported under the next', () => {
  const { store, live, walk, latest, emitTo } = openTestPage();
  const api = openApi(store, walk);
  const first = latest();
  emitTo(first.run, frameOf(first.settings, 2, 0, 9));
  expect(api.results()).toMatchObject({ walks: 2 });
  changeExperiment(store, { depth: 4 });
  changeExperiment(store, { depth: 5 });
  // Within the 60 ms of waiting nothing of another experiment is on the screen.
  expect(api.results()).toBeNull();
  emitTo(first.run, frameOf(first.settings, 2, 2, 9));
  expect(api.results()).toBeNull();
  vi.advanceTimersByTime(100);
  expect(live.getState()).toMatchObject({ walks: 0, settings: { depth: 5 } });
});

test('with run=0 a change while walks are on their way shows none of them, and waits', () => {
  const { store, live, walk, latest, emitTo, calls } = openTestPage('#run=0&walks=4&depth=3');
  const api = openApi(store, walk);
  walk.run();
  const first = latest();
  emitTo(first.run, frameOf(first.settings, 1, 0, 9));
  changeExperiment(store, { gain: 0.9 });
  emitTo(first.run, frameOf(first.settings, 3, 1, 9));
  expect(calls).toContain('cancel');
  expect(live.getState()).toMatchObject({ walks: 0, settings: { gain: 0.9 } });
  expect(api.results()).toBeNull();
  expect(walk.state()).toEqual({ status: 'waiting' });
});

test('changing only the theme starts nothing', () => {
  const { store, asked, calls } = openTestPage();
  changeExperiment(store, { theme: 'dark' });
  vi.advanceTimersByTime(200);
  expect(asked()).toHaveLength(1);
  expect(calls).toEqual([]);
});

test('run=0 waits for Run; Step makes one walk and waits', () => {
  const { asked, store, walk, calls } = openTestPage('#run=0&walks=4&depth=3');
  expect(asked()).toHaveLength(0);
  expect(store.getState().run.status).toBe('waiting');
  walk.step();
  expect(asked()).toMatchObject([{ paused: true }]);
  expect(calls.at(-1)).toBe('step');
  expect(store.getState().run.status).toBe('paused');
  walk.run();
  expect(calls.at(-1)).toBe('resume');
  expect(store.getState().run.status).toBe('running');
});

test('a paused run stays paused when a slider moves', () => {
  const { walk, store, asked } = openTestPage();
  walk.pause();
  changeExperiment(store, { width: 9 });
  vi.advanceTimersByTime(100);
  expect(asked().at(-1)).toMatchObject({ paused: true, settings: { width: 9 } });
  expect(store.getState().run.status).toBe('paused');
});

test('Restart asks for the same settings again', () => {
  const { store, asked } = openTestPage();
  restart(store);
  expect(asked()).toHaveLength(2);
  expect(asked()[1]?.settings).toEqual(asked()[0]?.settings);
});

test('a lost device is reported once, and its run goes on: the engine takes it to the next device', () => {
  const { store, asked, answer, live, emit } = openTestPage();
  const news = walkNews(store);
  news(ready);
  emit({ kind: 'started', backend: 'webgpu', device: 'card', raced: [] });
  answer(1, 0, 1);
  const fault = { backend: 'webgpu', reason: 'lost', detail: 'gone' } as const;
  news({ kind: 'lost', fault });
  expect(store.getState()).toMatchObject({ engine: { status: 'lost' }, run: { status: 'running' } });
  news(ready);
  emit({ kind: 'started', backend: 'cpu', device: 'processor', raced: [] });
  answer(3, 1, 1);
  expect(asked()).toHaveLength(1);
  expect(store.getState()).toMatchObject({ losses: [fault], run: { status: 'done' } });
  expect(live.getState()?.backend).toBe('webgpu (card), cpu (processor)');
});

test('a run whose worker died is made again from its first walk', () => {
  const { die, latest, live, answer } = openTestPage();
  answer(2, 0, 7);
  const again = die(latest().run);
  expect(again).toEqual({ kind: 'walk', settings: latest().settings });
  expect(live.getState()).toMatchObject({ walks: 0 });
  answer(4, 0, 1);
  expect(live.getState()).toMatchObject({ walks: 4, done: true });
});

test('a failure stays on the page, and Run tries once more', () => {
  const { fail, walk, asked, answer } = openTestPage();
  fail('broken');
  expect(walk.state()).toEqual({ status: 'failed', message: expect.stringContaining('broken') });
  walk.run();
  expect(asked()).toHaveLength(2);
  answer(4, 0, 1);
  expect(walk.state()).toEqual({ status: 'done' });
});

test('walks that nobody looks at step back behind whatever is on the screen', () => {
  const { store, ranks, calls } = openTestPage();
  changeExperiment(store, { view: 'scale' });
  expect(ranks.at(-1)).toBe('hidden');
  changeExperiment(store, { view: 'walk' });
  expect(ranks.at(-1)).toBe('screen');
  expect(calls).not.toContain('cancel');
});

test('the API resolves with finished results and rejects when cancelled or failed', async () => {
  const { store, walk, answer, fail } = openTestPage();
  const api = openApi(store, walk);
  const good = api.run();
  answer(4, 0, 2);
  await expect(good).resolves.toMatchObject({ kind: 'walk', walks: 4, dead: 0, final: [2, 2, 2, 2] });
  const cancelled = api.run();
  api.cancel();
  await expect(cancelled).rejects.toThrow('cancelled');
  const failed = api.run();
  fail('out of memory');
  await expect(failed).rejects.toThrow('out of memory');
});

test('the API reads values as a link would, returns the notices and never throws', () => {
  const { store, walk } = openTestPage();
  const api = openApi(store, walk);
  const notices = api.set({ depth: 200, width: 'wide', gain: null, extra: { a: 1 } });
  expect(api.experiment()).toMatchObject({ depth: 200, width: 100, gain: 'auto' });
  expect(notices.map(({ key, kind }) => [key, kind])).toEqual([
    ['width', 'unreadable'],
    ['gain', 'unreadable'],
    ['extra', 'unknown'],
  ]);
});

test('a closed run asks for nothing more, and whoever waits for its end hears of it', async () => {
  const { walk, store, asked, calls } = openTestPage();
  const ended = walk.ended();
  walk.close();
  expect(await ended).toEqual({ status: 'cancelled' });
  changeExperiment(store, { width: 3 });
  vi.advanceTimersByTime(500);
  expect(asked()).toHaveLength(1);
  expect(calls.at(-1)).toBe('cancel');
});
