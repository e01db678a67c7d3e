import { expect, test } from 'vitest';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import { noFoundGains } from '#experiment/foundGains.ts';
import { changeExperiment, createWalkStore } from '#run/store.ts';
import { createReference, referenceSettings, referenceWalks } from '#run/walk/reference.ts';
import { createFakeWalkEngine, frameOf } from './testPage.ts';

/** A page whose reference's engine answers nothing by itself. */
function open() {
  const store = createWalkStore();
  const engine = createFakeWalkEngine();
  const reference = createReference(store, engine.client);
  const settings = () => {
    const { job } = engine.latest();
    if (job.kind !== 'walk') throw new Error('The reference asked for something else.');
    return job.settings;
  };
  const finish = () => engine.emit(frameOf(settings(), referenceWalks, 0, 0.5));
  return { ...engine, store, reference, settings, finish };
}

const tanh = { f: 'tanh', depth: 4, width: 8, gain: 1.1 } as const;

test('an exact experiment needs no reference, and starts no engine', () => {
  const { store, asked } = open();
  store.setState({ run: { status: 'done' } });
  expect(referenceSettings(defaultExperiment, noFoundGains)).toBeNull();
  expect(asked).toEqual([]);
});

test('the reference walks matrix-free, with a seed of its own, when the run is done', () => {
  const { store, asked, reference, settings, finish } = open();
  changeExperiment(store, tanh);
  store.setState({ run: { status: 'running' } });
  expect(asked).toEqual([]);
  store.setState({ run: { status: 'done' } });
  expect(asked).toHaveLength(1);
  expect(asked[0]?.priority).toBe('reference');
  expect(settings()).toMatchObject({ sampler: 'free', walks: referenceWalks, nonlinearity: 'tanh' });
  expect(settings().seed).not.toBe(store.getState().experiment.seed);
  expect(reference.of(store.getState().experiment, noFoundGains)).toBeNull();
  finish();
  expect(reference.of(store.getState().experiment, noFoundGains)?.mean).toHaveLength(5);
});

test('another seed keeps the reference, another depth has none yet', () => {
  const { store, reference, finish } = open();
  changeExperiment(store, tanh);
  store.setState({ run: { status: 'done' } });
  finish();
  changeExperiment(store, { seed: 7 });
  expect(reference.of(store.getState().experiment, noFoundGains)).not.toBeNull();
  changeExperiment(store, { depth: 5 });
  expect(reference.of(store.getState().experiment, noFoundGains)).toBeNull();
});

test('what has no matrix-free law has no reference', () => {
  expect(referenceSettings({ ...defaultExperiment, ...tanh, weights: 'uniform' }, noFoundGains)).toBeNull();
  expect(referenceSettings({ ...defaultExperiment, ...tanh, ensemble: 'inputs' }, noFoundGains)).toBeNull();
  expect(referenceSettings({ ...defaultExperiment, ...tanh }, noFoundGains)).not.toBeNull();
});

test('a reference that failed is walked again when the run is done again, and another backend walks it anew', () => {
  const { store, asked, emit, finish, reference } = open();
  changeExperiment(store, tanh);
  store.setState({ run: { status: 'done' } });
  emit({ kind: 'failed', reason: { code: 'unforeseen', detail: 'hiccup' } });
  expect(reference.of(store.getState().experiment, noFoundGains)).toBeNull();
  store.setState({ run: { status: 'running' } });
  store.setState({ run: { status: 'done' } });
  expect(asked).toHaveLength(2);
  finish();
  expect(reference.of(store.getState().experiment, noFoundGains)).not.toBeNull();
  changeExperiment(store, { backend: 'cpu' });
  expect(asked).toHaveLength(3);
});
