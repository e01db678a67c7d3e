import { expect, test } from 'vitest';
import type { EngineClient } from '#engine/walk/client.ts';
import type { EngineFrame, WalkSettings } from '#engine/walk/protocol.ts';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import { noFoundGains } from '#experiment/foundGains.ts';
import { changeExperiment, createWalkStore } from '#run/store.ts';
import { createReference, referenceSettings, referenceWalks } from '#run/walk/reference.ts';
import { frameOf } from './testPage.ts';

/** A page whose reference's engine answers nothing by itself. */
function open() {
  const store = createWalkStore();
  const asked: WalkSettings[] = [];
  let tell: (frame: EngineFrame) => void = () => undefined;
  const ignore = () => undefined;
  const client = {
    ...{ open: ignore, pause: ignore, resume: ignore, step: ignore, cancel: ignore, close: ignore },
    findGain: ignore,
    walk: (settings: WalkSettings) => asked.push(settings),
  } as unknown as EngineClient;
  const reference = createReference(store, (listener) => {
    tell = listener;
    return client;
  });
  return { store, asked, reference, tell: (frame: EngineFrame) => tell(frame) };
}

const tanh = { f: 'tanh', depth: 4, width: 8, gain: 1.1 } as const;

test('an exact experiment needs no reference, and starts no engine', () => {
  const { store, asked } = open();
  store.setState({ run: { status: 'done' } });
  expect(referenceSettings(defaultExperiment, noFoundGains)).toBeNull();
  expect(asked).toEqual([]);
});

test('the reference walks matrix-free, with a seed of its own, when the run is done', () => {
  const { store, asked, reference, tell } = open();
  changeExperiment(store, tanh);
  store.setState({ run: { status: 'running' } });
  expect(asked).toEqual([]);
  store.setState({ run: { status: 'done' } });
  expect(asked).toMatchObject([{ sampler: 'free', walks: referenceWalks, nonlinearity: 'tanh' }]);
  const [settings] = asked;
  expect(settings?.seed).not.toBe(store.getState().experiment.seed);
  expect(reference.of(store.getState().experiment, noFoundGains)).toBeNull();
  if (settings) tell(frameOf(1, settings, referenceWalks, 0, 0.5));
  expect(reference.of(store.getState().experiment, noFoundGains)?.mean).toHaveLength(5);
});

test('another seed keeps the reference, another depth has none yet', () => {
  const { store, asked, reference, tell } = open();
  changeExperiment(store, tanh);
  store.setState({ run: { status: 'done' } });
  const [settings] = asked;
  if (settings) tell(frameOf(1, settings, referenceWalks, 0, 0.5));
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
