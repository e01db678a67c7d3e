import { expect, test } from 'vitest';
import { lateTheory } from '#theory/lateTheory.ts';
import { unequalWidths } from '#theory/unequalWidths.ts';
import { walkTheory } from '#theory/walkTheory.ts';

const widths = [100, 50, 200, 25, 100, 60];

test('[100, 50, 200, 25, 100, 60] at gain 1, fan-in: the means and variances of the literature', () => {
  const end = (nonlinearity: 'linear' | 'relu') => {
    const theory = unequalWidths({ nonlinearity, pass: 'backward', widths, scaling: 'fanin', gain: 1 });
    return [theory?.mean.at(-1) ?? Number.NaN, theory?.variance.at(-1) ?? Number.NaN] as const;
  };
  expect(end('linear')[0]).toBeCloseTo(-0.0857, 4);
  expect(end('relu')[0]).toBeCloseTo(-3.688, 3);
  expect(end('linear')[1]).toBeCloseTo(0.1745, 4);
  expect(end('relu')[1]).toBeCloseTo(0.4743, 4);
});

test('equal widths are the square network, in both passes', () => {
  const equal = new Array<number>(8).fill(30);
  for (const pass of ['backward', 'forward'] as const) {
    for (const scaling of ['fanin', 'fanout'] as const) {
      const theory = unequalWidths({ nonlinearity: 'relu', pass, widths: equal, scaling, gain: 1.3 });
      const square = walkTheory({
        nonlinearity: 'relu',
        weights: 'gaussian',
        pass,
        depth: 7,
        width: 30,
        gain: 1.3,
        inputScale: 1,
        biasDeviation: 0,
      });
      expect(theory?.mean[7]).toBeCloseTo(square.mean[7] ?? Number.NaN, 12);
      expect(theory?.variance[7]).toBeCloseTo(square.variance?.[7] ?? Number.NaN, 12);
    }
  }
});

test('fan-out moves the gradient by ln(n_0/n_D), and fan-in the activation by ln(n_D/n_0)', () => {
  const end = (pass: 'backward' | 'forward', scaling: 'fanin' | 'fanout', own: readonly number[]) =>
    unequalWidths({ nonlinearity: 'linear', pass, widths: own, scaling, gain: 1 })?.mean.at(-1) ?? Number.NaN;
  const back = end('backward', 'fanout', widths) - end('backward', 'fanin', widths);
  expect(back).toBeCloseTo(Math.log(100 / 60), 12);
  // The forward walk through the reversed widths meets the same layers.
  const reversed = widths.toReversed();
  expect(end('forward', 'fanout', reversed)).toBeCloseTo(end('backward', 'fanin', widths), 12);
  expect(end('forward', 'fanin', reversed)).toBeCloseTo(end('backward', 'fanout', widths), 12);
});

test('no exact law is claimed for tanh, nor for activations with biases', () => {
  const one = { widths, scaling: 'fanin', gain: 1 } as const;
  expect(unequalWidths({ ...one, nonlinearity: 'tanh', pass: 'backward' })).toBeNull();
  expect(unequalWidths({ ...one, nonlinearity: 'relu', pass: 'forward', biasDeviation: 0.1 })).toBeNull();
});

test('where exact steps are known, order 1/N is they to leading order, step by step, and g* is the same', () => {
  for (const scaling of ['fanin', 'fanout'] as const) {
    const wide = { nonlinearity: 'leaky', widths: [900, 500, 1000, 700], scaling } as const;
    const setting = { ...wide, pass: 'backward', gain: 1.3, inputScale: 1, biasDeviation: 0 } as const;
    const [exact, one] = [unequalWidths(setting), lateTheory()?.unequal(setting)];
    expect(one?.kind).toBe('order-1/N');
    for (const [i, { width, mean, variance }] of (exact?.steps ?? []).entries()) {
      expect(one?.steps[i]?.width).toBe(width);
      expect(Math.abs((one?.steps[i]?.mean ?? 9) - mean)).toBeLessThan(1e-4);
      expect((one?.steps[i]?.variance ?? 0) / variance).toBeCloseTo(1, 1.7);
    }
    const still = Math.exp(-(exact?.mean[3] ?? 9) / 6) * setting.gain;
    expect(lateTheory()?.unequalGain(setting, 1.2)).toBeCloseTo(still, 4);
  }
});

test('a narrow layer that the step does not land in takes no claim away, one that it lands in does', () => {
  const setting = {
    nonlinearity: 'tanh',
    pass: 'backward',
    scaling: 'fanin',
    gain: 1,
    inputScale: 1,
    biasDeviation: 0,
  } as const;
  expect(lateTheory()?.unequal({ ...setting, widths: [784, 512, 64, 512, 10] })?.kind).toBe('order-1/N');
  expect(lateTheory()?.unequal({ ...setting, widths: [784, 512, 10, 512, 64] })).toBeNull();
});
