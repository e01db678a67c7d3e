import { expect, test } from 'vitest';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import { walkSettings } from '#experiment/derived/walkSettings.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { noFoundGains } from '#experiment/foundGains.ts';
import { changeExperiment, createWalkStore } from '#run/store.ts';
import { otherKindSettings } from '#run/walk/otherKind.ts';
import { createReference } from '#run/walk/reference.ts';
import { walkDomain } from '#ui/figures/walkDomain.ts';
import { createFakeWalkEngine, frameOf } from './testPage.ts';

const both: Experiment = { ...defaultExperiment, depth: 40, width: 16, contrast: 1 };

const settingsOf = (changes: Partial<Experiment>) => otherKindSettings({ ...both, ...changes }, noFoundGains);

test('the other kind of network has one matrix where the experiment has new ones, and the other way round; all else is equal', () => {
  const own = walkSettings(both, noFoundGains);
  expect(settingsOf({})).toEqual({ ...own, tied: 1 });
  const isTied = { tied: 1 } as const;
  expect(settingsOf(isTied)).toEqual({ ...own, tied: 0, sampler: 'free' });
  // Where new matrices have no law without a matrix they are made.
  expect(settingsOf({ ...isTied, weights: 'uniform' })).toMatchObject({ tied: 0, sampler: 'matrices' });
  expect(settingsOf({ ...isTied, norm: 'rms' })).toMatchObject({ norm: 'rms', sampler: 'free' });
  expect(settingsOf({ ...isTied, walks: 100_000 })?.walks).toBe(500);
});

test('nobody who does not ask for the other kind pays for it', () => {
  expect(settingsOf({ contrast: 0 })).toBeNull();
  expect(settingsOf({ view: 'train' })).toBeNull();
  expect(settingsOf({ view: 'learn', lesson: 11 })).not.toBeNull();
});

test('the other kind is walked behind the run, shown as far as it has arrived, and gone when it is no longer asked for', () => {
  const store = createWalkStore();
  const { client, asked, emit } = createFakeWalkEngine();
  const { other } = createReference(store, client);
  const shown = () => other(store.getState().experiment, noFoundGains);
  changeExperiment(store, { depth: 40, width: 16, contrast: 1, walks: 30 });
  store.setState({ run: { status: 'running' } });
  expect(asked).toEqual([]);
  store.setState({ run: { status: 'done' } });
  expect(asked.map(({ priority }) => priority)).toEqual(['reference']);
  expect(shown()).toBeNull();
  const settings = settingsOf({ walks: 30 });
  if (!settings) throw new Error('The other kind has no settings.');
  emit(frameOf(settings, 20, 0, 7));
  expect(shown()).toMatchObject({ walks: 20, pathCount: 20, done: false });
  emit(frameOf(settings, 10, 20, 7));
  expect(shown()).toMatchObject({ walks: 30, done: true });
  // The other kind of the other kind is another question.
  changeExperiment(store, { tied: 1 });
  expect(shown()).toBeNull();
  changeExperiment(store, { contrast: 0 });
  expect(shown()).toBeNull();
});

test('the axis of ln Z holds the walks beneath', () => {
  const store = createWalkStore();
  const { client, emit } = createFakeWalkEngine();
  const { other } = createReference(store, client);
  changeExperiment(store, { ...both, walks: 30 });
  store.setState({ run: { status: 'done' } });
  const settings = settingsOf({ walks: 30 });
  if (!settings) throw new Error('The other kind has no settings.');
  emit(frameOf(settings, 30, 0, 25));
  const question = { experiment: store.getState().experiment, found: noFoundGains, record: null };
  const [, high] = walkDomain(question);
  const [, higher] = walkDomain({ ...question, other: other(question.experiment, noFoundGains) });
  expect(high).toBeLessThan(25);
  // Mean 25, variance 25.
  expect(higher).toBeGreaterThan(25 + 2 * 5);
});
