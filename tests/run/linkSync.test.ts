import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { beLenient } from '#experiment/lenience/lenience.ts';
import { lenient } from '#experiment/lenience/lenient.ts';
import { type AddressBar, currentHash, syncLink, writeAfterMs } from '#run/linkSync.ts';
import { changeByText, changeExperiment, createWalkStore } from '#run/store.ts';

beLenient(lenient);

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function fakeAddress(hash: string) {
  const listeners = new Set<() => void>();
  const state = { hash, writes: [] as string[], pushes: [] as string[] };
  const address: AddressBar = {
    link: () => state.hash,
    replace(next) {
      // As the window's own does, it takes the experiment out of the query.
      state.hash = next;
      state.writes.push(next);
    },
    push(next) {
      state.hash = next;
      state.pushes.push(next);
    },
    onOpen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const open = (next: string) => {
    state.hash = next;
    for (const listener of listeners) listener();
  };
  return { state, address, open, listeners };
}

test('the link is read at once and not written back', () => {
  const { state, address } = fakeAddress('#depth=77&odd=1');
  const store = createWalkStore();
  syncLink(store, address);
  vi.advanceTimersByTime(10 * writeAfterMs);
  expect(store.getState().experiment.depth).toBe(77);
  expect(state.writes).toEqual([]);
});

test('a dragged slider writes the link once, when it has rested', () => {
  const { state, address } = fakeAddress('');
  const store = createWalkStore();
  syncLink(store, address);
  for (let depth = 10; depth < 30; depth++) {
    changeExperiment(store, { depth });
    vi.advanceTimersByTime(writeAfterMs / 3);
  }
  expect(state.writes).toEqual([]);
  vi.advanceTimersByTime(writeAfterMs);
  expect(state.writes).toEqual(['#depth=29']);
});

test('a link opened later replaces everything, and a write that was waiting does not come', () => {
  const { state, address, open } = fakeAddress('#width=7');
  const store = createWalkStore();
  syncLink(store, address);
  changeExperiment(store, { depth: 10 });
  open('#f=relu');
  vi.advanceTimersByTime(10 * writeAfterMs);
  expect(store.getState().experiment).toMatchObject({ f: 'relu', depth: 500, width: 100 });
  expect(state.writes).toEqual([]);
});

test('a link that was opened while a write was due is read, and not written over', () => {
  const { state, address } = fakeAddress('#width=7');
  const store = createWalkStore();
  syncLink(store, address);
  changeExperiment(store, { depth: 10 });
  // The browser tells of another address in a task of its own, which may come after the timer's.
  state.hash = '#f=relu&lang=en';
  vi.advanceTimersByTime(10 * writeAfterMs);
  expect(state.writes).toEqual([]);
  expect(state.hash).toBe('#f=relu&lang=en');
  expect(store.getState().experiment).toMatchObject({ f: 'relu', depth: 500, width: 100, lang: 'en' });
});

test('what was not understood stays in the link that is written', () => {
  const { state, address } = fakeAddress('#lesson=3');
  const store = createWalkStore();
  syncLink(store, address);
  changeByText(store, [
    ['depth', '12'],
    ['zebra', 'a b'],
  ]);
  vi.advanceTimersByTime(writeAfterMs);
  expect(state.writes).toEqual(['#depth=12&lesson=3&zebra=a%20b']);
  expect(currentHash(store)).toBe(state.hash);
});

test('after the end nothing is read or written', () => {
  const { state, address, listeners } = fakeAddress('');
  const store = createWalkStore();
  const end = syncLink(store, address);
  changeExperiment(store, { depth: 10 });
  end();
  vi.advanceTimersByTime(10 * writeAfterMs);
  expect(state.writes).toEqual([]);
  expect(listeners.size).toBe(0);
});

test('another view is another page: it is written at once as a new entry, but not when a link opened it', () => {
  const { state, address, open } = fakeAddress('');
  const store = createWalkStore();
  syncLink(store, address);
  changeExperiment(store, { view: 'train' });
  expect(state.pushes).toEqual(['#view=train']);
  open('#');
  expect(store.getState().experiment.view).toBe('walk');
  vi.advanceTimersByTime(10 * writeAfterMs);
  expect(state.pushes).toEqual(['#view=train']);
  expect(state.writes).toEqual([]);
});

test('what the query says is read, and stands behind # from then on', () => {
  const { state, address } = fakeAddress('?f=relu&depth=200#depth=300');
  const store = createWalkStore();
  syncLink(store, address);
  expect(store.getState()).toMatchObject({
    experiment: { f: 'relu', depth: 300 },
    notices: [{ kind: 'repeated', given: '200', used: '300' }],
  });
  expect(state).toMatchObject({ hash: '#f=relu&depth=300', writes: ['#f=relu&depth=300'] });
  // A default is not written, and must not come back from the query.
  changeExperiment(store, { depth: 500 });
  vi.advanceTimersByTime(writeAfterMs);
  expect(state.hash).toBe('#f=relu');
});
