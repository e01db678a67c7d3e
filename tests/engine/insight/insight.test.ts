import { expect, test } from 'vitest';
import { alignment } from '#engine/insight/alignment.ts';
import { layerMatrix } from '#engine/insight/layerMatrix.ts';
import type { InsightSettings } from '#engine/insight/protocol.ts';
import { seriesMoments } from '#engine/insight/seriesMoments.ts';
import { stretch } from '#engine/insight/stretch.ts';
import { reluCorrelations } from '#theory/correlationMap.ts';
import { stretchRates } from '#theory/stretchRates.ts';

const base: InsightSettings = {
  nonlinearity: 'relu',
  weights: 'gaussian',
  depth: 20,
  width: 24,
  gain: 1.4,
  inputScale: 1,
  biasDeviation: 0,
  seed: 3,
  networks: 1,
};

function finished<T>(making: Generator<number, T>): T {
  for (;;) {
    const next = making.next();
    if (next.done) return next.value;
  }
}

for (const f of ['linear', 'relu'] as const) {
  for (const weights of ['gaussian', 'orthogonal'] as const) {
    test(`the axes of ${weights} ${f} networks grow as theory says, within 4 standard errors`, () => {
      const networks = 40;
      const settings = { ...base, nonlinearity: f };
      const all = Array.from({ length: networks }, (_, n) => finished(stretch(settings, weights, n)));
      const { mean, deviation } = seriesMoments(all, base.width);
      const rates = stretchRates(f, weights, base.width, base.gain);
      // ReLU: most networks have ended the axes beyond the first few.
      const axes = f === 'linear' ? base.width : 5;
      for (let i = 0; i < axes; i++) {
        const error = (deviation[i] ?? 0) / Math.sqrt(networks);
        expect(Math.abs((mean[i] ?? 0) - (rates?.[i] ?? 0)), `axis ${i + 1}`).toBeLessThan(4 * error + 1e-9);
      }
    });
  }
}

test('no gain and no depth takes the axes out of float64', () => {
  const settings = { ...base, nonlinearity: 'linear', gain: 10, depth: 1000, width: 4 } as const;
  const rates = finished(stretch(settings, 'gaussian', 0));
  expect(rates.every(Number.isFinite)).toBe(true);
  const quiet = finished(stretch({ ...settings, gain: 0.01 }, 'gaussian', 0));
  for (const [i, rate] of rates.entries()) expect(rate - (quiet[i] ?? 0)).toBeCloseTo(Math.log(1000), 9);
});

test('activations of wide ReLU networks align by the correlation map', () => {
  const settings = { ...base, width: 128, depth: 5 };
  const all = Array.from({ length: 16 }, (_, n) => finished(alignment(settings, n)).activation);
  const { mean, deviation } = seriesMoments(all, 6);
  for (const [d, exact] of reluCorrelations(5).entries()) {
    // Finite width shifts the mean by about one part in N.
    expect(Math.abs((mean[d] ?? 0) - exact)).toBeLessThan(deviation[d] ?? 0);
  }
});

test('gradients of a linear network point one way after many times its width; orthogonal ones keep their angle', () => {
  const linear = { ...base, nonlinearity: 'linear', width: 8, depth: 200, gain: 1 } as const;
  expect(finished(alignment(linear, 0)).gradient.at(-1)).toBeGreaterThan(0.9999);
  const { gradient } = finished(alignment({ ...linear, weights: 'orthogonal' }, 0));
  expect(gradient.at(-1)).toBeCloseTo(gradient[0] ?? Number.NaN, 9);
});

test("orthogonal matrices are the walk's: rows are orthonormal", () => {
  const rows = layerMatrix({ ...base, gain: 1 }, 'orthogonal', 2, 1);
  for (const [i, row] of rows.entries()) {
    for (const [j, other] of rows.entries()) {
      expect(row.reduce((sum, x, k) => sum + x * (other[k] ?? 0), 0)).toBeCloseTo(i === j ? 1 : 0, 10);
    }
  }
});
