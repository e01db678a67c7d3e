import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { withFoundGain } from '#experiment/foundGains.ts';
import { openSearch } from '#experiment/gains.ts';
import { changeExperiment, restart } from '#run/store.ts';
import { frame, openTraining } from './fakeTraining.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', { baseURI: 'http://localhost/' });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const soughtGain = '#view=train&f=tanh&depth=20&width=16';

/** A training begun on mean field's gain, and g* found to be `factor` times as much when 150 steps are done. */
async function foundLate(factor: number) {
  const opened = await openTraining(soughtGain);
  const { store, emit, asked } = opened;
  const search = openSearch(store.getState().experiment, store.getState().foundGains);
  if (!search) throw new Error('No gain is sought.');
  expect(opened.training.live.getState()?.plan).toMatchObject({ isGainSought: true });
  emit(frame(150, false, 150));
  const begun = asked[0]?.job.settings.gain ?? Number.NaN;
  store.setState(({ foundGains }) => ({
    foundGains: withFoundGain(foundGains, search, { value: begun * factor, error: 1e-4 }),
  }));
  vi.advanceTimersByTime(1000);
  return { ...opened, begun };
}

test('a run goes on with the gain it began with, and says so, when g* is found to differ in its fourth digit', async () => {
  const { asked, training, begun, store, emit } = await foundLate(1.0008);
  expect(asked).toHaveLength(1);
  expect(training.isStale()).toBe(false);
  expect(training.live.getState()).toMatchObject({
    step: 150,
    plan: { isGainSought: true, settings: { gain: begun } },
  });
  // Nor does a look at another view, or the end, begin it anew.
  changeExperiment(store, { view: 'walk' });
  changeExperiment(store, { view: 'train' });
  emit(frame(300, true, 150));
  vi.advanceTimersByTime(1000);
  expect(asked).toHaveLength(1);
  // A hand's Restart takes the gain that was found.
  restart(store);
  expect(asked.at(-1)?.job.settings.gain).toBeCloseTo(begun * 1.0008, 9);
});

test('a run is begun anew, and says why, when g* is found to be another gain', async () => {
  const { asked, training, begun } = await foundLate(1.02);
  expect(asked).toHaveLength(2);
  expect(asked[1]?.job.settings.gain).toBeCloseTo(begun * 1.02, 9);
  expect(training.live.getState()).toMatchObject({ changed: ['bestGain'], plan: { isGainSought: false } });
});

test('a gain that a hand changes in its fourth digit begins the run anew', async () => {
  const { store, asked, emit } = await openTraining(`${soughtGain}&gain=1.2`);
  emit(frame(1));
  changeExperiment(store, { gain: 1.2001 });
  vi.advanceTimersByTime(1000);
  expect(asked.map(({ job }) => job.settings.gain)).toEqual([1.2, 1.2001]);
});
