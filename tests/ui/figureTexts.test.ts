import { beforeAll, expect, test } from 'vitest';
import { loadWith } from '#ui/dictionary/loadDictionary.ts';
import { accuracyText, layersText, lossText } from '#ui/train/figures/figureTexts.ts';
import { slowText } from '#ui/train/figures/slowText.ts';
import { networkRecord } from '../run/networkRecord.ts';

beforeAll(() => loadWith('train', async () => null));

const normsAt = (step: number, first: number) => ({
  step,
  delta: Float32Array.of(first, -1, 0),
  weightGradient: Float32Array.of(-4, -3, -1),
  activation: Float32Array.of(0, 1, 3),
});

/** A run of two layers whose loss went from 3 to 1, and that was looked at once. */
function seen() {
  const record = networkRecord({});
  record.lossSums.set([0, 3, 5, 6]);
  return {
    ...record,
    step: 3,
    norms: [normsAt(0, -6), normsAt(3, -2)],
    heldOut: [{ step: 3, loss: 0.5, accuracy: 0.75, samples: 100 }],
  };
}

test('a figure of the layers says where its pass has come to, now and at the start', () => {
  expect(layersText('The gradient', seen(), 'backward')).toBe(
    'The gradient, 2 layers back from the output: now −2.00, at start −6.00',
  );
  // The way forward ends at the output.
  expect(layersText('Activations', seen(), 'forward')).toBe(
    'Activations, 0 layers back from the output: now 3.00, at start 3.00',
  );
});

test('losses and shares of right answers are said as they were measured last', () => {
  expect(lossText('Loss', seen())).toBe('Loss: training 1.00, held out 0.500');
  expect(accuracyText('Share right', seen())).toBe('Share right: held out 75.0 %');
});

test('while nothing rests, or nothing was measured, a figure has its title', () => {
  expect(layersText('The gradient', null, 'backward')).toBe('The gradient');
  expect(lossText('Loss', null)).toBe('Loss');
  expect(accuracyText('Share right', { ...seen(), heldOut: [] })).toBe('Share right');
});

test('a pass in slow motion says what the norm is multiplied by, or why float32 holds no factor', () => {
  const [dead, large] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const passed = (revealed: number, ...delta: number[]) => {
    const norms = { ...normsAt(0, 0), delta: Float32Array.from(delta) };
    return slowText({ ...seen(), norms: [norms] }, revealed);
  };
  const two = 2 * Math.log(2);
  expect(passed(1.5, two, -two, 0)).toBe('1 of 2 layers back: the gradient’s norm × 1/2.00');
  expect(passed(2, two, -two, 0)).toBe('2 of 2 layers back: the gradient’s norm × 2.00');
  const gone = 'no gradient is left in float32';
  expect(passed(1, dead, -1, 0)).toBe('1 of 2 layers back: the gradient’s norm × 1/1.65');
  expect(passed(2, dead, -1, 0)).toBe(`2 of 2 layers back: ${gone}`);
  expect(passed(0, dead, dead, dead)).toBe(`0 of 2 layers back: ${gone}`);
  const outgrown = '2 of 2 layers back: the gradient is too large for float32';
  expect(passed(2, large, 3, 0)).toBe(outgrown);
  expect(passed(2, Number.NaN, 3, 0)).toBe(outgrown);
});
