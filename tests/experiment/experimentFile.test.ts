import { expect, test } from 'vitest';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { experimentFile } from '#experiment/link/experimentFile.ts';
import { openFile } from '#run/openFile.ts';
import { changeExperiment, createWalkStore } from '#run/store.ts';

const experiment: Experiment = {
  ...defaultExperiment,
  f: 'relu',
  gain: 1.25,
  depth: 77,
  hide: ['depth', 'end'],
  widths: [10, 20, 30],
  seed: 4294967295,
};

const fileOf = (text: string, name = 'a.json') => ({ name, size: text.length, text: async () => text });

/** A store that is in use, to see what a file does to it. */
function usedStore() {
  const store = createWalkStore();
  changeExperiment(store, { depth: 12, f: 'tanh' });
  return store;
}

test('a saved experiment opens as it was, without a notice', async () => {
  const store = usedStore();
  const text = JSON.stringify(experimentFile(experiment, 'https://x/#f=relu', null));
  expect(await openFile(store, fileOf(text))).toBe('opened');
  expect(store.getState()).toMatchObject({ experiment, notices: [], unknown: [] });
});

test('a file that is no experiment changes nothing', async () => {
  for (const [text, answer] of [
    ['', 'notJson'],
    ['depth=12', 'notJson'],
    ['null', 'noExperiment'],
    ['[1,2]', 'noExperiment'],
    ['{"depth":5}', 'noExperiment'],
    ['{"experiment":{"dream":1}}', 'noExperiment'],
    ['{"experiment":["depth"]}', 'noExperiment'],
  ] as const) {
    const store = usedStore();
    const before = store.getState();
    expect(await openFile(store, fileOf(text)), text).toBe(answer);
    expect(store.getState()).toBe(before);
  }
});

test('a file that is too large or cannot be read changes nothing', async () => {
  const store = usedStore();
  const before = store.getState();
  const unreadable = { name: 'a', size: 5, text: () => Promise.reject(new Error('gone')) };
  expect(await openFile(store, unreadable)).toBe('unreadable');
  expect(await openFile(store, { ...unreadable, size: 1e9 })).toBe('tooLarge');
  expect(store.getState()).toBe(before);
});

test('bad values in a file are judged as in a link, each with a notice; strange keys are kept', async () => {
  const store = usedStore();
  const text = JSON.stringify({ experiment: { depth: 99999, width: { a: 1 }, f: 'relu', dream: 'a&b=c' } });
  expect(await openFile(store, fileOf(text))).toBe('opened');
  const { experiment: opened, notices, unknown } = store.getState();
  expect(opened).toMatchObject({ depth: 1000, width: 100, f: 'relu' });
  expect(notices.map(({ kind, key }) => [kind, key])).toEqual([
    ['changed', 'depth'],
    ['unreadable', 'width'],
    ['unknown', 'dream'],
  ]);
  expect(unknown).toEqual([['dream', 'a&b=c']]);
});
