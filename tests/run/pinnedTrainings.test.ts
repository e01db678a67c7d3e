import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { TrainJob, TrainRunFrame } from '#engine/train/protocol.ts';
import type { Tuning } from '#engine/train/trainSettings.ts';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { noFoundGains } from '#experiment/foundGains.ts';
import { pinOf } from '#experiment/pins/pins.ts';
import { changeExperiment, createWalkStore } from '#run/store.ts';
import { comparedTraining } from '#run/train/comparedTrainings.ts';
import { createPinnedTrainings } from '#run/train/pinnedTrainings.ts';
import { trainPlan } from '#run/train/trainPlan.ts';
import { emptyTrainRecord, type TrainRecord, withTrainFrame } from '#run/train/trainRecord.ts';
import { checkpointAt } from './checkpointAt.ts';
import { createFakeEngine } from './fakeEngine.ts';
import { frame } from './fakeTraining.ts';

beforeAll(() => vi.stubGlobal('document', { baseURI: 'http://app/' }));
afterAll(() => vi.unstubAllGlobals());

const base: Experiment = { ...defaultExperiment, view: 'train', depth: 5, width: 8, gain: 1.4, steps: 30 };
const wide: Experiment = { ...base, width: 32 };

function open(experiment: Experiment) {
  const store = createWalkStore();
  changeExperiment(store, experiment);
  const own = createStore<TrainRecord | null>(() => null);
  const engine = createFakeEngine<TrainJob, TrainRunFrame, Tuning>();
  const pinned = createPinnedTrainings(store, engine.client, own);
  const list = () => pinned.of(store.getState().experiment);
  return { store, own, engine, pinned, list };
}

const planOf = (experiment: Experiment) => trainPlan(experiment, noFoundGains, 0);

/** A record of an experiment's run that has done so many of its 30 steps. */
function recordOf(experiment: Experiment, step: number): TrainRecord {
  const frames = { ...frame(step, step === 30, step), run: 1 };
  return withTrainFrame(emptyTrainRecord(planOf(experiment), []), frames);
}

test('pins are trained behind the screen, and shown as they go on', () => {
  const { engine, list, pinned } = open({ ...base, pins: [pinOf(wide)] });
  expect(engine.asked.map(({ priority }) => priority)).toEqual(['reference']);
  expect(engine.asked[0]?.job).toMatchObject({ settings: { width: 32, speed: 0 }, from: null });
  engine.emitTo(1, frame(10, false, 10));
  expect(list()[0]).toMatchObject({ experiment: { width: 32, pins: [] }, record: { step: 10 } });
  expect(list()).toBe(list());
  engine.emitTo(1, frame(30, true, 20));
  expect(list()[0]).toMatchObject({ record: { step: 30, done: true }, run: { status: 'done' } });
  pinned.close();
});

test('what the screen has trained is taken from there, once it is done and nothing was tuned on the way', () => {
  const { store, own, engine, list } = open(base);
  own.setState(recordOf(base, 10), true);
  changeExperiment(store, { pins: [pinOf(base)] });
  expect(engine.asked).toEqual([]);
  const whole = recordOf(base, 30);
  own.setState(whole, true);
  store.setState({ training: { status: 'done' } });
  expect(list()[0]?.record).toBe(whole);
  expect(engine.asked).toEqual([]);

  const other = open(base);
  other.own.setState({ ...whole, retunings: [{ step: 3, key: 'rate', value: 0.1 }] }, true);
  changeExperiment(other.store, { pins: [pinOf(base)] });
  expect(other.engine.asked).toHaveLength(1);
  // Another learning rate, or more steps, is another run.
  const third = open(base);
  third.own.setState(whole, true);
  changeExperiment(third.store, { pins: [pinOf({ ...base, rate: 0.05 }), pinOf({ ...base, steps: 60 })] });
  expect(third.engine.asked).toHaveLength(2);
});

test('a run that left the screen half done goes on where it stood', () => {
  const { store, own, engine, list } = open(base);
  own.setState({ ...recordOf(base, 10), checkpoint: checkpointAt(8) }, true);
  // The training's own listener empties its record first.
  own.setState(emptyTrainRecord(planOf({ ...base, width: 64 }), []), true);
  changeExperiment(store, { width: 64, pins: [pinOf(base)] });
  expect(engine.asked[0]?.job).toMatchObject({ settings: { width: 8 }, from: { step: 8 } });
  expect(list()[0]?.record?.step).toBe(10);
  engine.emitTo(1, { kind: 'resumed', step: 8, interruption: null });
  expect(list()[0]?.record?.step).toBe(8);
});

test('no other view trains pins', () => {
  const { engine } = open({ ...base, view: 'walk', pins: [pinOf(wide)] });
  expect(engine.asked).toEqual([]);
});

test('a row has what a training came to: mean loss of its last tenth, and its learning rate', () => {
  const row = (record: TrainRecord | null) =>
    comparedTraining({ pin: null, name: 'here', experiment: base, record });
  expect(row(recordOf(base, 30))).toMatchObject({
    facts: { loss: { value: 30, error: null }, rate: { value: 0.01 }, heldOutLoss: null },
    done: 30,
    ofAll: 30,
  });
  expect(row(null)).toMatchObject({ facts: { loss: null, rate: null }, done: 0, ofAll: 30 });
});
