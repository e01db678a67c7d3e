import { expect, test } from 'vitest';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { noFoundGains } from '#experiment/foundGains.ts';
import { lessonExperiment } from '#experiment/lessons/lessonExperiment.ts';
import { lessonNames } from '#experiment/lessons/lessonNames.ts';
import { lessons } from '#experiment/lessons/lessons.ts';
import { lessonTheory } from '#experiment/lessons/lessonTheory.ts';
import { pinDifferences, pinOf } from '#experiment/pins/pins.ts';
import { comparisonTable, ordered } from '#run/compare/comparison.ts';
import { lessonPins } from '#run/compare/lessonPins.ts';
import { canPin, swapped, withoutPin, withPinned } from '#run/compare/pinning.ts';
import { presetExperiments, presetNames } from '#run/compare/presets.ts';
import { comparedWalk, typicalLogFactor, walkColumns } from '#run/walk/comparedWalks.ts';
import { pinnedSettings } from '#run/walk/pinnedWalks.ts';
import { emptyWalkRecord, withWalkFrame } from '#run/walk/walkRecord.ts';
import { frameOf } from './testPage.ts';

const base: Experiment = { ...defaultExperiment, f: 'relu', depth: 40, width: 16, walks: 30 };

test('four experiments are kept at most, each once', () => {
  const others = [1, 2, 3, 4, 5].map((seed) => ({ ...base, seed: 10 + seed }));
  const { pins } = withPinned(base, [...others.slice(0, 2), ...others]);
  expect(pins).toEqual(others.slice(0, 4).map(pinOf));
  expect(canPin({ ...base, pins }, base)).toBe(false);
  expect(canPin(base, base)).toBe(true);
  expect(canPin({ ...base, ...withPinned(base, [base]) }, base)).toBe(false);
  expect(withoutPin({ ...base, pins }, pins[1] ?? '').pins).toEqual([pins[0], pins[2], pins[3]]);
});

test('to open a pin puts the present experiment into its place, and back', () => {
  const wide: Experiment = { ...base, width: 400 };
  const compared: Experiment = { ...base, pins: [pinOf({ ...base, seed: 9 }), pinOf(wide)] };
  const opened = swapped(compared, pinOf(wide));
  expect(opened).toEqual({ ...wide, pins: [pinOf({ ...base, seed: 9 }), pinOf(base)] });
  expect(swapped(opened, pinOf(base))).toEqual(compared);
});

test('every preset sets something else beside the experiment, and a shape has its budget', () => {
  for (const name of presetNames) {
    const experiments = presetExperiments(name, base);
    expect(experiments.length, name).toBeGreaterThan(0);
    for (const one of experiments) expect(pinOf(one), name).not.toBe(pinOf(base));
  }
  for (const { depth, width } of presetExperiments('shape', base)) {
    expect(depth * width ** 2).toBe(base.depth * base.width ** 2);
  }
  expect(presetExperiments('gain', base).map(({ gain }) => gain)).toEqual(['he']);
  expect(presetExperiments('gain', { ...base, gain: 1 }).map(({ gain }) => gain)).toEqual(['auto', 'he']);
  // Neither shape fits where one unit is left, or layers run out.
  expect(presetExperiments('shape', { ...base, depth: 1, width: 1024 })).toMatchObject([
    { depth: 4, width: 512 },
  ]);
});

const recordOf = (experiment: Experiment, value: number) => {
  const settings = pinnedSettings(experiment, noFoundGains);
  return withWalkFrame(emptyWalkRecord(settings), { ...frameOf(settings, 30, 0, value), run: 1 });
};

test('the typical factor is half the root mean square of ln Z, mean and spread together', () => {
  // Mean 6 and variance 6 at every layer.
  const factor = typicalLogFactor({ experiment: base, record: recordOf(base, 6) });
  expect(factor).toBeCloseTo(Math.sqrt(36 + 6) / 2, 12);
  expect(typicalLogFactor({ experiment: base, record: null })).toBeNull();
});

test('rows are sorted by what was measured, those without a value last, and saved with their links', () => {
  const rows = [3, 9, 6].map((value, i) => {
    const record = recordOf(base, value);
    return comparedWalk({ pin: `${i}`, name: `${value}`, experiment: base, record }, noFoundGains);
  });
  const empty = comparedWalk({ pin: null, name: 'none', experiment: base, record: null }, noFoundGains);
  const names = (by: 'drift' | null, isDescending: boolean) =>
    ordered([empty, ...rows], { by, isDescending }).map(({ name }) => name);
  expect(names(null, true)).toEqual(['none', '3', '9', '6']);
  expect(names('drift', true)).toEqual(['9', '6', '3', 'none']);
  expect(names('drift', false)).toEqual(['3', '6', '9', 'none']);
  const table = comparisonTable(rows, walkColumns, 'walks', ['a', 'b', 'c']);
  const at = (column: string) => table.rows.map((row) => row[table.columns.indexOf(column)]);
  expect(at('experiment')).toEqual(['3', '9', '6']);
  expect(at('drift')).toEqual([3 / 40, 9 / 40, 6 / 40]);
  expect(at('walks')).toEqual([30, 30, 30]);
  expect(at('link')).toEqual(['a', 'b', 'c']);
});

test('a lesson that speaks of another network keeps it in the figure once it is revealed, and only then', () => {
  const besides = lessonNames.map((_, i) => {
    const experiment = lessonExperiment(i + 1);
    expect(experiment.pins).toEqual([]);
    const { pins } = lessonPins(experiment);
    return pins.flatMap((pin) => pinDifferences(pin, experiment));
  });
  expect(besides[4]).toEqual([['width', '400']]);
  expect(besides[5]).toEqual([['gain', 'auto']]);
  expect(besides[6]).toEqual([['weights', 'gaussian']]);
  expect(besides[8]).toEqual([
    ['depth', '100'],
    ['width', '100'],
  ]);
  expect(besides.filter(({ length }) => length > 0)).toHaveLength(4);
  // Their numbers are those of the lesson's words.
  const { fourfold } = lessons.spread.numbers(lessonExperiment(5), lessonTheory);
  expect(String(fourfold)).toBe(besides[4]?.[0]?.[1]);
  const { shallowDepth, shallowWidth } = lessons.budget.numbers(lessonExperiment(9), lessonTheory);
  expect([shallowDepth, shallowWidth].map(String)).toEqual(besides[8]?.map(([, text]) => text));
});
