import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { trainNews } from '#run/engineNews.ts';
import { changeExperiment, restart } from '#run/store.ts';
import { checkpointAt } from './checkpointAt.ts';
import { frame, openTraining } from './fakeTraining.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', { baseURI: 'http://localhost/' });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('the train view begins at once, and run=0 waits', async () => {
  expect((await openTraining()).asked).toHaveLength(1);
  const waiting = await openTraining('#view=train&run=0');
  expect(waiting.asked).toHaveLength(0);
  expect(waiting.store.getState().training.status).toBe('waiting');
});

test('a changed learning rate is handed to the run and noted; a changed depth begins a new run that says why', async () => {
  const { store, training, asked, notes, emit } = await openTraining();
  emit(frame(1));
  changeExperiment(store, { rate: 0.5 });
  expect(notes).toEqual([{ rate: 0.5, momentum: 0, steps: 1000, speed: 0 }]);
  expect(training.live.getState()?.retunings).toEqual([{ step: 1, key: 'rate', value: 0.5 }]);
  expect(asked).toHaveLength(1);
  changeExperiment(store, { depth: 6 });
  changeExperiment(store, { depth: 7 });
  vi.advanceTimersByTime(1000);
  expect(asked).toHaveLength(2);
  expect(asked[1]?.job.settings).toMatchObject({ depth: 7, rate: 0.5 });
  expect(training.live.getState()).toMatchObject({ changed: ['depth'], step: 0, retunings: [] });
});

test('a paused run that is changed begins again paused', async () => {
  const { store, training, asked } = await openTraining();
  training.pause();
  changeExperiment(store, { seed: 2 });
  vi.advanceTimersByTime(1000);
  expect(asked.at(-1)).toMatchObject({ paused: true });
});

test('a run goes on while another view is looked at, whatever is changed there, and is begun anew on return', async () => {
  const { store, asked, emit, calls, ranks } = await openTraining();
  changeExperiment(store, { view: 'walk' });
  changeExperiment(store, { depth: 9 });
  restart(store);
  vi.advanceTimersByTime(1000);
  emit(frame(5));
  expect(asked).toHaveLength(1);
  expect(calls).not.toContain('cancel');
  expect(ranks.at(-1)).toBe('hidden');
  expect(store.getState()).toMatchObject({ trainedSteps: 5, training: { status: 'running' } });
  changeExperiment(store, { view: 'train' });
  vi.advanceTimersByTime(1000);
  expect(asked.at(-1)?.job.settings.depth).toBe(9);
});

test('whoever waits hears of the end, and of an interruption', async () => {
  const { store, training, emit } = await openTraining();
  const first = training.ended();
  emit(frame(1, true));
  expect(await first).toEqual({ status: 'done' });
  training.begin();
  const second = training.ended();
  restart(store);
  expect(await second).toEqual({ status: 'cancelled' });
});

test('MNIST that has arrived begins the run that asked for it again, and no other', async () => {
  const taken = {
    kind: 'intake',
    status: 'done',
    trainCount: 9,
    heldOutCount: 1,
    kept: true,
    own: null,
  } as const;
  const digits = await openTraining();
  trainNews(digits.store)(taken);
  expect(digits.asked).toHaveLength(1);
  const mnist = await openTraining('#view=train&data=mnist');
  trainNews(mnist.store)(taken);
  expect(mnist.asked).toHaveLength(2);
  expect(mnist.store.getState().intake).toEqual(taken);
});

test('a device that goes away costs the steps since the checkpoint, and the run says where it goes on', async () => {
  const { emit, training } = await openTraining();
  emit(frame(3, false, 3));
  emit({ kind: 'checkpoint', checkpoint: checkpointAt(3) });
  emit(frame(5, false, 2));
  const fault = { backend: 'webgpu', reason: 'lost', detail: '' } as const;
  emit({ kind: 'resumed', step: 3, interruption: { because: 'device', fault } });
  expect(training.live.getState()).toMatchObject({ step: 3, interruptions: [{ step: 3 }] });
  emit(frame(4));
  const record = training.live.getState();
  expect(Array.from(record?.losses.subarray(0, 4) ?? [])).toEqual([3, 3, 3, 4]);
  expect(training.state()).toEqual({ status: 'running' });
});

test('a halved learning rate takes back the steps that are made again, and is no fault; the store knows the rate', async () => {
  const { emit, training, store } = await openTraining();
  emit(frame(5, false, 5));
  expect(store.getState().foundRate).toBe(0.01);
  emit({ kind: 'halved', step: 3, rate: 0.005 });
  const record = training.live.getState();
  expect(record).toMatchObject({ step: 3, halvings: [{ step: 3, rate: 0.005 }], interruptions: [] });
  expect(store.getState().foundRate).toBe(0.005);
});

test('a rate that was found and is kept as a number changes nothing, so nothing is noted', async () => {
  const { emit, training, store, notes } = await openTraining();
  emit(frame(1));
  changeExperiment(store, { rate: 0.01 });
  expect(notes.at(-1)).toMatchObject({ rate: 0.01 });
  expect(training.live.getState()?.retunings).toEqual([]);
});

test('a worker that dies is asked to go on from the checkpoint, with the tuning of now', async () => {
  const { store, emit, die, latest, training } = await openTraining();
  emit(frame(3, false, 3));
  emit({ kind: 'checkpoint', checkpoint: checkpointAt(3) });
  emit(frame(9, false, 6));
  changeExperiment(store, { rate: 0.5 });
  const again = die(latest().run);
  expect(again).toMatchObject({ from: { step: 3 }, settings: { rate: 0.5 } });
  expect(training.live.getState()).toMatchObject({ step: 3, interruptions: [{ step: 3 }] });
});

test('a reload offers to go on with the run that was left, and does nothing until it is answered', async () => {
  const before = await openTraining();
  before.emit(frame(3, false, 3));
  before.emit({ kind: 'checkpoint', checkpoint: checkpointAt(3) });
  const after = await openTraining(undefined, before.kept());
  expect(after.asked).toHaveLength(0);
  expect(after.store.getState()).toMatchObject({
    leftTraining: { step: 3 },
    training: { status: 'waiting' },
  });
  after.training.goOn();
  expect(after.asked[0]?.job.from).toMatchObject({ step: 3 });
  expect(after.training.live.getState()).toMatchObject({ step: 3 });
  expect(after.store.getState()).toMatchObject({ leftTraining: null, trainedSteps: 3 });
});

test('another network does not go on with what was left, and a finished run leaves nothing', async () => {
  const before = await openTraining();
  before.emit(frame(3, false, 3));
  before.emit({ kind: 'checkpoint', checkpoint: checkpointAt(3) });
  const other = await openTraining('#view=train&depth=6&width=8', before.kept());
  expect(other.asked[0]?.job.from).toBeNull();
  expect(other.store.getState().leftTraining).toBeNull();
  before.emit(frame(4, true));
  expect(before.kept()).toBeNull();
});

test('begin anew forgets what was left', async () => {
  const before = await openTraining();
  before.emit({ kind: 'checkpoint', checkpoint: checkpointAt(2) });
  const after = await openTraining(undefined, before.kept());
  after.training.run();
  expect(after.asked[0]?.job.from).toBeNull();
  expect(after.store.getState().leftTraining).toBeNull();
});

test('the norms of a long run are added to, not copied', async () => {
  const { emit, training } = await openTraining();
  const norms = {
    step: 1,
    delta: new Float32Array(0),
    weightGradient: new Float32Array(0),
    activation: new Float32Array(0),
  };
  emit({ ...frame(1), norms: [norms] });
  const first = training.live.getState()?.norms;
  emit({ ...frame(2), norms: [{ ...norms, step: 2 }] });
  expect(training.live.getState()?.norms).toBe(first);
  expect(first).toHaveLength(2);
});
