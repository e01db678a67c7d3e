import { expect, test, vi } from 'vitest';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import { theoryOf } from '#experiment/derived/theoryOf.ts';
import { createShown, type Shown } from '#run/shown.ts';
import { changeExperiment, createWalkStore } from '#run/store.ts';

/** A page's store, what is shown of it and what has been; `when` resolves as soon as something is shown that is so. */
function openShown() {
  const store = createWalkStore();
  const shown = createShown(store);
  const seen: Shown[] = [];
  shown.subscribe((next) => seen.push(next));
  const when = (isSo: (shown: Shown) => boolean) =>
    new Promise<void>((resolve) => {
      shown.subscribe((next) => {
        if (isSo(next)) resolve();
      });
    });
  return { store, shown, seen, when };
}

test('where theory costs little, what is shown is what was chosen in the same task', () => {
  const { store, shown } = openShown();
  expect(shown.getState().experiment).toBe(defaultExperiment);
  for (const depth of [3, 4]) {
    changeExperiment(store, { depth });
    expect(shown.getState().experiment).toBe(store.getState().experiment);
  }
});

test('elsewhere it follows the store in a later task, to the last of many changes, with the gains found', async () => {
  const { store, shown, seen, when } = openShown();
  const isThere = when(({ experiment }) => experiment.depth === 5);
  for (const depth of [3, 4, 5]) changeExperiment(store, { f: 'tanh', depth });
  expect(shown.getState().experiment).toBe(defaultExperiment);
  await isThere;
  expect(seen.map(({ experiment }) => experiment.depth)).toEqual([3, 5]);

  const foundGains = new Map();
  const isFound = when(({ found }) => found === foundGains);
  store.setState({ foundGains });
  await isFound;
  expect(shown.getState().experiment).toBe(store.getState().experiment);
});

test('a change of what is no experiment shows nothing anew', async () => {
  const { store, seen, when } = openShown();
  const isThere = when(({ experiment }) => experiment.depth === 7);
  store.setState({ trainedSteps: 5 });
  changeExperiment(store, { depth: 7 });
  await isThere;
  expect(seen).toHaveLength(1);
});

test('theory is worked out before it is shown, and not by whoever is told', async () => {
  const { store, shown, when } = openShown();
  const logarithms = vi.spyOn(Math, 'log');
  const calls = () => logarithms.mock.calls.length;
  const isTold = when(() => true);
  changeExperiment(store, { f: 'tanh', depth: 4, gain: 1.01 });
  await isTold;
  const before = calls();
  theoryOf(shown.getState().experiment, shown.getState().found);
  const after = calls();
  logarithms.mockRestore();
  expect(before).toBeGreaterThan(0);
  expect(after).toBe(before);
});
