import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { bestGainStatus } from '#experiment/gains.ts';
import type { WalkStore } from '#run/store.ts';
import { openApi, openTestPage } from './testPage.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const statusIn = (store: WalkStore) =>
  bestGainStatus(store.getState().experiment, store.getState().foundGains);

test('a gain that only walks can tell is asked for once, and its answer begins the run again', () => {
  const { asked, searches, find, store } = openTestPage('#walks=4&depth=3&width=11&f=tanh');
  expect(searches()).toHaveLength(1);
  const [search] = searches();
  if (!search) throw new Error('No search.');
  expect(search).toMatchObject({ nonlinearity: 'tanh', depth: 3, width: 11 });
  // Mean field's answer is walked with until then.
  expect(asked().at(-1)?.settings.gain).toBe(search.start);
  expect(statusIn(store)).toBe('sought');
  find({ value: 1.2345, error: 0.001 });
  expect(asked().at(-1)?.settings.gain).toBe(1.2345);
  expect(statusIn(store)).toBe('sampled');
  vi.advanceTimersByTime(200);
  expect(asked()).toHaveLength(2);
  expect(searches()).toHaveLength(1);
});

test('no gain is searched for where theory is exact, a number is given, or the weights have no matrix-free law', () => {
  for (const rest of ['f=relu', 'f=tanh&gain=1.1', 'f=tanh&weights=uniform', 'f=tanh&run=0']) {
    expect(openTestPage(`#walks=4&depth=3&width=12&${rest}`).searches(), rest).toHaveLength(0);
  }
});

test('the API waits for the gain, so that its run is not cancelled by the answer', async () => {
  const { store, walk, searches, find, asked, answer } = openTestPage('#walks=4&depth=3&width=13&f=erf');
  const results = openApi(store, walk).run();
  const [search] = searches();
  if (!search) throw new Error('No search.');
  find({ value: 1.3, error: 0.001 });
  await vi.advanceTimersByTimeAsync(100);
  answer(4, 0, 1);
  expect(await results).toMatchObject({ kind: 'walk', walks: 4 });
  expect(asked().at(-1)?.settings.gain).toBe(1.3);
});

test('a search without an answer leaves mean field, called approximate', () => {
  const { searches, find, store } = openTestPage('#walks=4&depth=3&width=14&f=gelu');
  const [search] = searches();
  if (!search) throw new Error('No search.');
  find(null);
  expect(statusIn(store)).toBe('approximate');
  expect(searches()).toHaveLength(1);
});

test('an answer belongs to the page that asked, and leaves its experiment the very same value', () => {
  const hash = '#walks=4&depth=3&width=11&f=tanh';
  const { searches, find, store } = openTestPage(hash);
  const [search] = searches();
  if (!search) throw new Error('No search.');
  const { experiment } = store.getState();
  find({ value: 1.2345, error: 0.001 });
  expect(store.getState().experiment).toBe(experiment);
  expect(statusIn(openTestPage(hash).store)).toBe('sought');
});

test('a search that failed has no answer: it is made again by the next run, which then has its gain', () => {
  const { searches, emitTo, find, store, walk, asked } = openTestPage('#walks=4&depth=3&width=11&f=tanh');
  emitTo(1, { kind: 'failed', reason: { code: 'unforeseen', detail: 'hiccup' } });
  expect(statusIn(store)).toBe('sought');
  walk.begin();
  expect(searches()).toHaveLength(2);
  find({ value: 1.2345, error: 0.001 });
  expect(statusIn(store)).toBe('sampled');
  expect(asked().at(-1)?.settings.gain).toBe(1.2345);
});

test('with run=0 a gain that is found while the run goes on begins it again, and does not make it wait', () => {
  const { find, walk, asked } = openTestPage('#walks=4&depth=3&width=11&f=tanh&run=0');
  walk.run();
  find({ value: 1.2345, error: 0.001 });
  vi.advanceTimersByTime(200);
  expect(walk.state()).toEqual({ status: 'running' });
  expect(asked().at(-1)?.settings.gain).toBe(1.2345);
});
