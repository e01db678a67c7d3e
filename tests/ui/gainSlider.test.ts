import { expect, test } from 'vitest';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import { theoryOf } from '#experiment/derived/theoryOf.ts';
import { noFoundGains } from '#experiment/foundGains.ts';
import { parseLink } from '#experiment/link/linkCodec.ts';
import { gainSliderScale, isOnSlider, nextGain, roundedGain } from '#ui/controls/gain/gainSlider.ts';

test('the slider spans the gains that are usual, not the legal ones', () => {
  for (const best of [0.3, 1, 1.4429]) {
    const { value } = gainSliderScale(best);
    expect(value(0)).toBeCloseTo(0.01, 12);
    expect(value(1)).toBeCloseTo(10, 10);
  }
});

test('where g* itself is unusual, the slider reaches to twice and half of it', () => {
  const wide = gainSliderScale(12.87);
  expect(wide.value(1)).toBeCloseTo(25.74, 8);
  expect(wide.value(wide.position(12.87))).toBeCloseTo(12.87, 8);
  expect(gainSliderScale(0.004).value(0)).toBeCloseTo(0.002, 12);
});

test('gains beyond stand at its end, have no place of their own, and are reached by keys', () => {
  const scale = gainSliderScale(1);
  expect(scale.position(22.627)).toBe(1);
  expect([0.01, 10, 22.627, 0.005].map((gain) => isOnSlider(scale, gain))).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(nextGain(10, 1, true)).toBe(10.5);
  expect(roundedGain(5000)).toBe(1000);
});

test.each([
  [512, 22.627, 6.236],
  [256, 16, 5.541],
])('products of matrices of %i normal numbers grow by the exact drift', (width, gain, drift) => {
  const { experiment, notices } = parseLink(`#f=linear&width=${width}&depth=100&gain=${gain}`);
  expect(notices).toEqual([]);
  const { kind, mean } = theoryOf({ ...defaultExperiment, ...experiment }, noFoundGains);
  expect(kind).toBe('exact');
  expect((mean[100] ?? 0) / 100).toBeCloseTo(drift, 3);
});

test('a link takes every legal gain, far beyond the slider either way, and says where it clamps one', () => {
  const slider = gainSliderScale(1);
  for (const gain of [0.001, 1000]) {
    const { experiment, notices } = parseLink(`#gain=${gain}`);
    expect([experiment.gain, notices]).toEqual([gain, []]);
    expect(isOnSlider(slider, gain)).toBe(false);
  }
  for (const [asked, taken] of [
    [0.0009, 0.001],
    [1001, 1000],
  ] as const) {
    const { experiment, notices } = parseLink(`#gain=${asked}`);
    expect(experiment.gain).toBe(taken);
    expect(notices).toHaveLength(1);
  }
});
