import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { InsightClient } from '#engine/insight/client.ts';
import type { InsightFrame, InsightSettings } from '#engine/insight/protocol.ts';
import { noFoundGains } from '#experiment/foundGains.ts';
import { createInsight, insightSettings, widestLook } from '#run/insight.ts';
import { changeExperiment, createWalkStore } from '#run/store.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A look over an engine that only notes what it is asked. */
function openInsight() {
  const store = createWalkStore();
  const asked: InsightSettings[] = [];
  const calls: string[] = [];
  let emit: (frame: InsightFrame) => void = () => undefined;
  const client: InsightClient = {
    look: (_, settings) => asked.push(settings),
    cancel: () => calls.push('cancel'),
    close: () => calls.push('close'),
  };
  const insight = createInsight(store, 'stretch', (listener) => {
    emit = listener;
    return client;
  });
  return { store, insight, asked, calls, emit: (frame: InsightFrame) => emit(frame) };
}

const series = { mean: Float64Array.of(1), deviation: Float64Array.of(0) };
const frame: InsightFrame = {
  kind: 'stretch',
  run: 1,
  networks: 1,
  done: false,
  gaussian: series,
  orthogonal: series,
};

test('a look begins at once, and its findings reach whoever listens', () => {
  const { insight, asked, emit } = openInsight();
  expect(asked).toHaveLength(1);
  const heard = vi.fn();
  insight.subscribe(heard);
  emit(frame);
  expect(heard).toHaveBeenCalledOnce();
  expect(insight.current().found).toBe(frame);
});

test('changed settings cancel the look, drop its findings and begin another when they have rested', () => {
  const { store, insight, asked, calls, emit } = openInsight();
  emit(frame);
  changeExperiment(store, { depth: 20 });
  changeExperiment(store, { depth: 30 });
  expect(calls).toEqual(['cancel', 'cancel']);
  expect(insight.current().found).toBeNull();
  expect(asked).toHaveLength(1);
  vi.runAllTimers();
  expect(asked.map(({ depth }) => depth)).toEqual([500, 30]);
});

test('what a look does not depend on leaves it alone', () => {
  const { store, asked, calls } = openInsight();
  changeExperiment(store, { theme: 'dark', walks: 7 });
  vi.runAllTimers();
  expect([asked.length, calls.length]).toEqual([1, 0]);
});

test('a closed look asks for nothing more', () => {
  const { store, insight, asked, calls } = openInsight();
  changeExperiment(store, { depth: 20 });
  insight.close();
  vi.runAllTimers();
  expect(asked).toHaveLength(1);
  expect(calls).toEqual(['cancel', 'close']);
});

test('wide networks are looked at in the widest width that the processor bears', () => {
  const { store } = openInsight();
  const { experiment } = store.getState();
  expect(insightSettings({ ...experiment, width: 1024 }, noFoundGains, 'stretch').width).toBe(
    widestLook.stretch,
  );
  expect(insightSettings({ ...experiment, width: 10 }, noFoundGains, 'alignment').width).toBe(10);
});
