import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import type { Experiment, SweepName } from '#experiment/experiment.ts';
import { noFoundGains } from '#experiment/foundGains.ts';
import { sweepNames } from '#experiment/schema/scaleRows.ts';
import { planSweep } from '#run/sweeps/planSweep.ts';
import { nonlinearityNames } from '#theory/nonlinearity.ts';
import { passNames } from '#theory/pass.ts';
import { weightLawNames } from '#theory/weightLaw.ts';
import { mnistFiles } from '../mnistFiles.ts';
import { printedBy, requirePyTorch, rowsOf } from './runPython.ts';

/** MNIST's files, or drawn digits that stand in, where scripts can read them. */
let mnist = '';
beforeAll(() => {
  requirePyTorch();
  mnist = mkdtempSync(join(tmpdir(), 'mnist-'));
  for (const { name, bytes } of mnistFiles()) writeFileSync(join(mnist, name), bytes);
});
afterAll(() => {
  if (mnist !== '') rmSync(mnist, { recursive: true });
});

const small: Partial<Experiment> = { depth: 30, width: 16, walks: 600, seed: 5 };

/** Depth, width, gain, walks, share of the dead and layer stand before a line's statistics. */
const before = 6;

/** Asserts that the statistics of a line, value, error and theory each, lie within 4 standard errors of theory. */
function expectAgreement(row: readonly number[]): void {
  let count = 0;
  for (let at = before; at < row.length; at += 3) {
    const [value = Number.NaN, error = Number.NaN, theory = Number.NaN] = row.slice(at);
    if (!(error > 0) || Number.isNaN(theory)) continue;
    expect(Math.abs(value - theory), row.join(' ')).toBeLessThan(4 * error);
    count += 1;
  }
  expect(count, row.join(' ')).toBeGreaterThan(0);
}

describe('walks', () => {
  const exact: Readonly<Record<string, Partial<Experiment>>> = {
    'linear, backward': small,
    'ReLU, backward, some dead': { ...small, f: 'relu', width: 8 },
    'ReLU, forward': { ...small, f: 'relu', pass: 'forward', gain: 'he' },
    'orthogonal ReLU': { ...small, f: 'relu', weights: 'orthogonal' },
    'leaky ReLU at a gain that no float64 bears unscaled': {
      ...small,
      f: 'leaky',
      gain: 10,
      depth: 900,
      walks: 100,
    },
  };
  const tiny: Partial<Experiment> = { depth: 6, width: 8, walks: 20, gain: 1 };
  const everything: readonly Partial<Experiment>[] = [
    ...nonlinearityNames.map((f) => ({ ...tiny, f, pass: 'weights' }) as const),
    ...weightLawNames.map((weights) => ({ ...tiny, weights })),
    ...passNames.map((pass) => ({ ...tiny, pass, bias: 0.1, f: 'tanh', ensemble: 'inputs' }) as const),
    ...passNames.flatMap((pass) =>
      ([{ residual: 0.5 }, { norm: 'rms' }, { residual: 0.5, norm: 'layer' }, { tied: 1 }] as const).map(
        (kind) => ({ ...tiny, pass, ...kind }),
      ),
    ),
  ];

  test('lie within 4 standard errors of exact theory at every layer', { timeout: 300_000 }, () => {
    for (const text of printedBy(Object.values(exact), mnist)) {
      const rows = rowsOf(text);
      expect(rows.length).toBeGreaterThan(3);
      for (const row of rows) expectAgreement(row);
    }
  });

  test('of every pass, law and nonlinearity give numbers', { timeout: 300_000 }, () => {
    const tables = printedBy(everything, mnist);
    expect(tables).toHaveLength(everything.length);
    for (const [i, table] of tables.entries()) {
      const rows = rowsOf(table);
      expect(rows.length, JSON.stringify(everything[i])).toBeGreaterThan(2);
      for (const row of rows)
        expect(row.slice(0, before + 2), JSON.stringify(everything[i])).not.toContain(Number.NaN);
    }
  });

  test('through unequal widths have the mean and the variance of the literature', {
    timeout: 300_000,
  }, () => {
    const own: Partial<Experiment> = {
      view: 'scale',
      sweep: 'widths',
      widths: [100, 50, 200, 25, 100, 60],
      gain: 1,
      walks: 600,
    };
    // Means and variances: science.md, "Unequal widths".
    const known = { linear: [-0.0857, 0.1745], relu: [-3.688, 0.4743] } as const;
    const printed = printedBy(
      [
        { ...own, f: 'linear' },
        { ...own, f: 'relu' },
      ],
      mnist,
    );
    for (const [i, [mean, variance]] of [known.linear, known.relu].entries()) {
      const row = rowsOf(printed[i]).at(-1)?.slice(before) ?? [];
      const [measured = 0, error = 0, , spread = 0, spreadError = 0] = row;
      expect(Math.abs(measured - mean)).toBeLessThan(4 * error);
      expect(Math.abs(spread - variance)).toBeLessThan(4 * spreadError);
    }
  });
});

/** Every sweep as small as it can be; the widest and deepest points are what they are. */
const sweeps: Readonly<Record<SweepName, Partial<Experiment>>> = {
  gain: { ...small, f: 'relu', walks: 100 },
  width: { f: 'tanh', depth: 6, walks: 20 },
  map: { walks: 4 },
  budget: { f: 'relu', walks: 20, budget: 20_000 },
  mean: { ...small, f: 'relu', walks: 200 },
  widths: { widths: [30, 5, 9, 4], scaling: 'fanout', walks: 100 },
  cures: { f: 'relu', width: 8, walks: 4 },
  error: { f: 'relu', data: 'mnist', depth: 12, width: 16, steps: 5, batch: 32 },
};

describe.each(sweepNames)('the %s sweep', (sweep) => {
  test('runs to its end, a line for every point that the page has', { timeout: 600_000 }, () => {
    const patch: Partial<Experiment> = { ...sweeps[sweep], view: 'scale', sweep };
    const { points, report } = planSweep({ ...defaultExperiment, ...patch }, noFoundGains);
    const rows = rowsOf(printedBy([patch], mnist)[0]);
    const asked = report()?.rows ?? points.map((_, point) => ({ point, layer: null }));
    expect(rows).toHaveLength(asked.length);
    for (const [i, { point, layer }] of asked.entries()) {
      const settings = points[point]?.settings;
      const [depth, width, gain] = rows[i] ?? [];
      expect(depth).toBe(settings?.depth);
      if (layer === null) expect(width).toBeCloseTo(settings?.gain ?? 0, 4);
      else expect(gain).toBeCloseTo(settings?.gain ?? 0, 4);
    }
    if (sweep === 'gain') for (const row of rows) expectAgreement(row);
  });
});

describe('training', () => {
  const spirals: Partial<Experiment> = {
    view: 'train',
    data: 'spirals',
    f: 'tanh',
    depth: 3,
    width: 32,
    optimizer: 'adam',
    rate: 0.003,
    steps: 200,
  };
  const lossesOf = (text: string | undefined) =>
    (/loss ([\d.]+) -> ([\d.]+)/.exec(text ?? '') ?? []).slice(1).map(Number);

  test.each([
    ['spirals', spirals],
    ['digits', { ...spirals, data: 'digits', steps: 60 }],
    ['spirals, tied, residual and normalised', { ...spirals, tied: 1, residual: 0.5, norm: 'layer' }],
    [
      'MNIST, by plain descent',
      { ...spirals, data: 'mnist', f: 'relu', optimizer: 'sgd', rate: 0.03, steps: 60 },
    ],
    [
      'MNIST, encoded, with momentum',
      {
        ...spirals,
        data: 'mnist',
        task: 'encode',
        optimizer: 'momentum',
        momentum: 0.9,
        rate: 0.05,
        steps: 60,
      },
    ],
  ] as const)('on %s lowers the loss', { timeout: 300_000 }, (_, patch) => {
    const [from = 0, to = Number.NaN] = lossesOf(printedBy([patch], mnist)[0]);
    expect(to).toBeLessThan(0.95 * from);
  });

  test.each(['sgd', 'momentum', 'adam'] as const)(
    'with a rate that it finds, by %s, says the rate and lowers the loss',
    { timeout: 300_000 },
    (optimizer) => {
      const momentum = optimizer === 'momentum' ? 0.9 : 0;
      const [text] = printedBy([{ ...spirals, optimizer, momentum, rate: 'auto' }], mnist);
      expect(text).toMatch(/^learning rate \d/m);
      const [from = 0, to = Number.NaN] = lossesOf(text);
      expect(to).toBeLessThan(0.9 * from);
    },
  );

  test('the gradient of a fresh network lies where theory says', { timeout: 300_000 }, () => {
    const fresh = { ...spirals, steps: 1, seed: 3 };
    const kinds = [{ f: 'relu' }, { f: 'tanh', gain: 1.2 }, { f: 'linear', weights: 'orthogonal' }] as const;
    const printed = printedBy(
      kinds.map((kind) => ({ ...fresh, depth: 12, width: 40, ...kind })),
      mnist,
    );
    for (const text of printed) {
      const rows = rowsOf(text).filter((row) => row.length === 4);
      expect(rows.map(([layer]) => layer)).toEqual([1, 3, 6, 9, 12]);
      for (const [, measured = Number.NaN, mean = Number.NaN, deviation = Number.NaN] of rows) {
        expect(Math.abs(measured - mean), text).toBeLessThan(4 * deviation + 1e-4);
      }
    }
  });
});
