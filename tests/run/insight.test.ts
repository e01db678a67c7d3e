import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { InsightFrame, InsightJob } from '#engine/insight/protocol.ts';
import { noFoundGains } from '#experiment/foundGains.ts';
import { createInsight, insightSettings, widestLook } from '#run/insight.ts';
import { changeExperiment, createWalkStore } from '#run/store.ts';
import { createFakeEngine } from './fakeEngine.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** An insight over an engine that only notes what it is asked. */
function openInsight() {
  const store = createWalkStore();
  const engine = createFakeEngine<InsightJob, InsightFrame>();
  const insight = createInsight(store, 'stretch', () => engine.client);
  const depths = () => engine.asked.map(({ job }) => ('depth' in job.settings ? job.settings.depth : null));
  return { ...engine, store, insight, depths };
}

const series = { mean: Float64Array.of(1), deviation: Float64Array.of(0) };
const frame = {
  kind: 'stretch',
  networks: 1,
  done: false,
  gaussian: series,
  orthogonal: series,
} as const;

test('an insight begins at once, and its findings reach whoever listens', () => {
  const { insight, asked, emit } = openInsight();
  expect(asked).toHaveLength(1);
  const heard = vi.fn();
  insight.subscribe(heard);
  emit(frame);
  expect(heard).toHaveBeenCalledOnce();
  expect(insight.record().found).toMatchObject(frame);
});

test('changed settings cancel the look, drop its findings and begin another when they have rested', () => {
  const { store, insight, asked, depths, calls, emit } = openInsight();
  emit(frame);
  changeExperiment(store, { depth: 20 });
  changeExperiment(store, { depth: 30 });
  expect(calls).toEqual(['start', 'cancel']);
  expect(insight.record().found).toBeNull();
  expect(asked).toHaveLength(1);
  vi.runAllTimers();
  expect(depths()).toEqual([500, 30]);
});

test('what a look does not depend on leaves it alone', () => {
  const { store, asked, calls } = openInsight();
  changeExperiment(store, { theme: 'dark', walks: 7 });
  vi.runAllTimers();
  expect([asked.length, calls]).toEqual([1, ['start']]);
});

test('a closed look asks for nothing more', () => {
  const { store, insight, asked, calls } = openInsight();
  changeExperiment(store, { depth: 20 });
  insight.close();
  vi.runAllTimers();
  expect(asked).toHaveLength(1);
  expect(calls).toEqual(['start', 'cancel', 'close']);
});

test('wide networks are looked at in the widest width that the processor bears', () => {
  const { store } = openInsight();
  const { experiment } = store.getState();
  expect(insightSettings({ ...experiment, width: 1024 }, noFoundGains, 'stretch').width).toBe(
    widestLook.stretch,
  );
  expect(insightSettings({ ...experiment, width: 10 }, noFoundGains, 'alignment').width).toBe(10);
});

test('a failure is told, and changed settings begin anew', () => {
  const { store, insight, emit, depths } = openInsight();
  emit({ kind: 'failed', reason: { code: 'unforeseen', detail: 'no room' } });
  expect(insight.failure()).toContain('no room');
  changeExperiment(store, { depth: 20 });
  vi.runAllTimers();
  expect(insight.failure()).toBe('');
  expect(depths()).toEqual([500, 20]);
});
