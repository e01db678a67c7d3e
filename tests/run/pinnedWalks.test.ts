import { expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import { walkSettings } from '#experiment/derived/walkSettings.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { noFoundGains } from '#experiment/foundGains.ts';
import { pinOf } from '#experiment/pins/pins.ts';
import { changeExperiment, createWalkStore } from '#run/store.ts';
import { createPinnedWalks, pinnedSettings } from '#run/walk/pinnedWalks.ts';
import { emptyWalkRecord, type WalkRecord, withWalkFrame } from '#run/walk/walkRecord.ts';
import { varianceDomain, walkDomain } from '#ui/figures/walkDomain.ts';
import { createFakeWalkEngine, frameOf } from './testPage.ts';

const base: Experiment = { ...defaultExperiment, f: 'relu', depth: 40, width: 16, walks: 30, gain: 1.4 };
const wide: Experiment = { ...base, width: 64 };
const tied: Experiment = { ...base, tied: 1 };

function open(experiment: Experiment) {
  const store = createWalkStore();
  changeExperiment(store, experiment);
  const own = createStore<WalkRecord | null>(() => null);
  const engine = createFakeWalkEngine();
  const pinned = createPinnedWalks(store, engine.client, own);
  const list = () => pinned.of(store.getState().experiment);
  return { store, own, engine, pinned, list };
}

const settingsOf = (experiment: Experiment) => pinnedSettings(experiment, noFoundGains);

test('a pin is walked matrix-free where that is the same in law, else by its matrices', () => {
  expect(settingsOf(wide)).toMatchObject({ sampler: 'free', width: 64, walks: 30, seed: base.seed });
  expect(settingsOf(tied)).toMatchObject({ sampler: 'matrices', tied: 1 });
  expect(settingsOf({ ...wide, weights: 'sign' })).toMatchObject({ sampler: 'matrices', weights: 'sign' });
});

test('pins are walked behind the screen, shown as they arrive, and left alone by what is changed beside them', () => {
  const { store, engine, list } = open({ ...base, pins: [pinOf(wide), pinOf(tied)] });
  expect(engine.asked.map(({ priority }) => priority)).toEqual(['reference', 'reference']);
  engine.emitTo(1, frameOf(settingsOf(wide), 20, 0, 7));
  expect(list()[0]).toMatchObject({
    experiment: { width: 64, pins: [] },
    record: { walks: 20, done: false },
  });
  expect(list()[1]?.record?.walks).toBe(0);
  engine.emitTo(1, frameOf(settingsOf(wide), 10, 20, 7));
  expect(list()[0]).toMatchObject({ record: { walks: 30, done: true }, run: { status: 'done' } });
  // The list is the same one until something of it changes, so that figures can tell.
  expect(list()).toBe(list());
  const before = list()[0];
  changeExperiment(store, { depth: 90, f: 'tanh' });
  expect(engine.asked).toHaveLength(2);
  expect(list()[0]?.record).toBe(before?.record);
  expect(list()[0]?.experiment).toMatchObject({ width: 64, depth: 40, f: 'relu' });
});

test('a pin that is taken away is heard of no more, and its run ends', () => {
  const { store, engine, list } = open({ ...base, pins: [pinOf(wide), pinOf(tied)] });
  changeExperiment(store, { pins: [pinOf(tied)] });
  expect(engine.calls).toContain('cancel');
  engine.emitTo(1, frameOf(settingsOf(wide), 30, 0, 7));
  expect(list().map(({ experiment }) => experiment.tied)).toEqual([1]);
});

test('walks that are on the screen already are not made again, once they are all there', () => {
  const free: Experiment = { ...base, sampler: 'free' };
  const { store, own, engine, list } = open(free);
  const settings = walkSettings(free, noFoundGains);
  const half = withWalkFrame(emptyWalkRecord(settings), { ...frameOf(settings, 20, 0, 3), run: 1 });
  own.setState(half, true);
  store.setState({ run: { status: 'running' } });
  changeExperiment(store, { pins: [pinOf(free)] });
  expect(engine.asked).toEqual([]);
  const whole = withWalkFrame(half, { ...frameOf(settings, 10, 20, 3), run: 1 });
  own.setState(whole, true);
  store.setState({ run: { status: 'done' } });
  expect(engine.asked).toEqual([]);
  expect(list()[0]?.record).toBe(whole);
  // By matrices they are others than the pin's.
  changeExperiment(store, { sampler: 'matrices', pins: [pinOf({ ...free, sampler: 'matrices', seed: 5 })] });
  expect(engine.asked).toHaveLength(1);
});

test('no other view walks pins', () => {
  const { engine } = open({ ...base, view: 'train', pins: [pinOf(wide)] });
  expect(engine.asked).toEqual([]);
});

test('a pin that fails says so and is asked for again when something changes', () => {
  const { store, engine, list } = open({ ...base, pins: [pinOf(wide)] });
  engine.emitTo(1, { kind: 'failed', reason: { code: 'noBackend', backend: 'cpu' } });
  expect(list()[0]?.run).toMatchObject({ status: 'failed' });
  changeExperiment(store, { depth: 41 });
  expect(engine.asked).toHaveLength(2);
});

test('the axes hold the walks that are compared with', () => {
  const { store, engine, list } = open({ ...base, pins: [pinOf(wide)] });
  engine.emitTo(1, frameOf(settingsOf(wide), 30, 0, 55));
  const question = { experiment: store.getState().experiment, found: noFoundGains, record: null };
  expect(walkDomain(question)[1]).toBeLessThan(55);
  // Mean 55, variance 55.
  expect(walkDomain({ ...question, pins: list() })[1]).toBeGreaterThan(55 + 2 * Math.sqrt(55));
  expect(varianceDomain(question)[1]).toBeLessThan(55);
  expect(varianceDomain({ ...question, pins: list() })[1]).toBeGreaterThan(55);
});
