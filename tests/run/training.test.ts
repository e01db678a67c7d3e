import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { TrainClient } from '#engine/train/client.ts';
import type { TrainEngineFrame, TrainFrame, TrainSettings, Tuning } from '#engine/train/protocol.ts';
import { changeExperiment, createWalkStore, openLink, restart } from '#run/store.ts';
import { createTraining } from '#run/train/training.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', { baseURI: 'http://localhost/' });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A training over an engine that only notes what it is asked. */
function openTraining(hash = '#view=train&depth=5&width=8') {
  const store = createWalkStore();
  openLink(store, hash);
  const asked: { settings: TrainSettings; paused: boolean }[] = [];
  const tuned: Tuning[] = [];
  const calls: string[] = [];
  let emit: (frame: TrainEngineFrame) => void = () => undefined;
  const note = (name: string) => () => {
    calls.push(name);
  };
  const client: TrainClient = {
    open: (backend) => calls.push(`open ${backend}`),
    train: (settings, { paused }) => asked.push({ settings, paused }),
    retune: (tuning) => tuned.push(tuning),
    pause: note('pause'),
    resume: note('resume'),
    step: note('step'),
    cancel: note('cancel'),
    take: note('take'),
    close: note('close'),
  };
  const training = createTraining(store, (listener) => {
    emit = listener;
    return client;
  });
  return { store, training, asked, tuned, calls, emit: (frame: TrainEngineFrame) => emit(frame) };
}

const frame = (step: number, done = false): TrainFrame => ({
  kind: 'train',
  run: 1,
  step,
  losses: Float32Array.of(1),
  accuracies: Float32Array.of(0),
  norms: [],
  heldOut: null,
  examples: null,
  surface: null,
  elapsedMs: 10,
  scriptMs: 1,
  diverged: null,
  done,
});

test('the train view begins at once, and run=0 waits', () => {
  expect(openTraining().asked).toHaveLength(1);
  const waiting = openTraining('#view=train&run=0');
  expect(waiting.asked).toHaveLength(0);
  expect(waiting.store.getState().training.status).toBe('waiting');
});

test('a changed learning rate is handed to the run and noted; a changed depth begins a new run that says why', () => {
  const { store, training, asked, tuned, emit } = openTraining();
  emit(frame(1));
  changeExperiment(store, { rate: 0.5 });
  expect(tuned).toEqual([{ rate: 0.5, momentum: 0, steps: 1000, speed: 0 }]);
  expect(training.live.current()?.retunings).toEqual([{ step: 1, key: 'rate', value: 0.5 }]);
  expect(asked).toHaveLength(1);
  changeExperiment(store, { depth: 6 });
  changeExperiment(store, { depth: 7 });
  vi.advanceTimersByTime(1000);
  expect(asked).toHaveLength(2);
  expect(asked[1]?.settings).toMatchObject({ depth: 7, rate: 0.5 });
  expect(training.live.current()).toMatchObject({ changed: ['depth'], step: 0, retunings: [] });
});

test('a paused run that is changed begins again paused', () => {
  const { store, training, asked } = openTraining();
  training.pause();
  changeExperiment(store, { seed: 2 });
  vi.advanceTimersByTime(1000);
  expect(asked.at(-1)).toMatchObject({ paused: true });
});

test('a run goes on while another view is looked at, whatever is changed there, and is begun anew on return', () => {
  const { store, asked, emit, calls } = openTraining();
  changeExperiment(store, { view: 'walk' });
  changeExperiment(store, { depth: 9 });
  restart(store);
  vi.advanceTimersByTime(1000);
  emit(frame(5));
  expect(asked).toHaveLength(1);
  expect(calls).not.toContain('cancel');
  expect(store.getState()).toMatchObject({ trainedSteps: 5, training: { status: 'running' } });
  changeExperiment(store, { view: 'train' });
  vi.advanceTimersByTime(1000);
  expect(asked.at(-1)?.settings.depth).toBe(9);
});

test('whoever waits hears of the end, and of an interruption', () => {
  const { store, training, emit } = openTraining();
  const heard: string[] = [];
  training.onEnd((run) => heard.push(run.status));
  emit(frame(1, true));
  expect(heard).toEqual(['done']);
  training.begin(false);
  restart(store);
  expect(heard).toEqual(['done', 'cancelled']);
});

test('MNIST that has arrived begins the run that asked for it again, and no other', () => {
  const taken = { kind: 'intake', status: 'done', trainCount: 9, heldOutCount: 1, kept: true } as const;
  const digits = openTraining();
  digits.emit(taken);
  expect(digits.asked).toHaveLength(1);
  const mnist = openTraining('#view=train&data=mnist');
  mnist.emit(taken);
  expect(mnist.asked).toHaveLength(2);
  expect(mnist.store.getState().intake).toEqual(taken);
});
