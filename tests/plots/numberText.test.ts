import { expect, test } from 'vitest';
import { factorText, measuredText, numberText, percentText } from '#plots/numberText.ts';

test('measuredText(value, error) rounds both to the error’s second digit', () => {
  expect(measuredText(0.051939992, 0.00213)).toBe('0.0519 ± 0.0021');
  expect(measuredText(-25.387, 0.61)).toBe('−25.39 ± 0.61');
  expect(measuredText(4.6431, 12)).toBe('5 ± 12');
});

test('measuredText writes tiny measurements over one power of ten', () => {
  expect(measuredText(-5.01e-8, 2.3e-9)).toBe('(−5.0 ± 0.2)·10⁻⁸');
  expect(measuredText(0, 3e-14)).toBe('(0.0 ± 3.0)·10⁻¹⁴');
});

test('measuredText never shows an error that is none', () => {
  expect(measuredText(1, 0)).toBe('1.000');
  expect(measuredText(1, Number.NaN)).toBe('1.000');
});

test('numberText has a real minus sign and never an e', () => {
  expect(numberText(-0.02542)).toBe('−0.0254');
  expect(numberText(0)).toBe('0');
  expect(numberText(-3.2e-7)).toBe('−3.2·10⁻⁷');
  expect(numberText(Number.POSITIVE_INFINITY)).toBe('∞');
});

test('factorText gives a norm’s factor from its log, and does not overflow', () => {
  expect(factorText(Math.log(12.84))).toBe('12.8');
  expect(factorText(-Math.log(148))).toBe('1/148');
  expect(factorText(711)).toBe('10³⁰⁹');
  expect(factorText(-5000)).toBe('10⁻²¹⁷¹');
  expect(factorText(0)).toBe('1.00');
});

test('percentText never rounds something to nothing', () => {
  expect(percentText(0.3239)).toBe('32.4 %');
  expect(percentText(1e-9)).toBe('< 0.1 %');
  expect(percentText(1 - 1e-9)).toBe('> 99.9 %');
  expect(percentText(0)).toBe('0 %');
});
