import { expect, test } from 'vitest';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import { addSections } from '#experiment/dictionary/dictionary.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { noFoundGains } from '#experiment/foundGains.ts';
import { pinOf } from '#experiment/pins/pins.ts';
import { palettes } from '#plots/palette.ts';
import { pinName } from '#ui/compare/pinName.ts';
import { dashImage, pinStyle } from '#ui/compare/pinStyle.ts';
import { compare } from '#ui/dictionary/en/compare.ts';
import { speakEnglish } from '#ui/dictionary/loadDictionary.ts';

speakEnglish();
addSections({ compare });

const base: Experiment = { ...defaultExperiment, f: 'relu', depth: 40, width: 16 };
const nameOf = (changes: Partial<Experiment>) => pinName(pinOf({ ...base, ...changes }), base, noFoundGains);

test('a pin is called by what it has other than the experiment on the page, in the words of the page', () => {
  expect(nameOf({ width: 400 })).toBe('400 wide');
  expect(nameOf({ gain: 'he' })).toBe('gain He 1.414');
  expect(nameOf({ gain: 1.1 })).toBe('gain 1.100');
  expect(nameOf({ f: 'linear', depth: 7 })).toBe('linear, 7 deep');
  expect(nameOf({ tied: 1, weights: 'orthogonal' })).toBe('orthogonal, one matrix');
  expect(nameOf({ norm: 'rms' })).toBe('normalisation root mean square (RMS)');
  expect(nameOf({ seed: 5 })).toBe('seed 5');
  expect(nameOf({ f: 'tanh', depth: 1, width: 2, walks: 3, seed: 4 })).toBe('tanh, 1 deep, 2 wide, 2 more');
  // Neither shows in the figures of walks.
  expect(nameOf({ sampler: 'free', optimizer: 'adam' })).toBe('the same');
});

test('four pins differ in colour and in dash', () => {
  const styles = [0, 1, 2, 3].map(pinStyle);
  expect(new Set(styles.map(({ dash }) => dash)).size).toBe(4);
  expect(new Set(styles.map(({ dash }) => dashImage(dash))).size).toBe(4);
  for (const palette of Object.values(palettes)) {
    expect(new Set(styles.map(({ color }) => palette[color])).size).toBe(4);
  }
});

test('the dash under a name is that of its line', () => {
  expect(dashImage('10 3 2.5 3')).toBe(
    'repeating-linear-gradient(90deg, currentColor 0px 10px, transparent 10px 13px, currentColor 13px 15.5px, transparent 15.5px 18.5px)',
  );
});
