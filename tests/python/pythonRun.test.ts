import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, test } from 'vitest';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { noFoundGains } from '#experiment/foundGains.ts';
import { pythonScript } from '#python/pythonScript.ts';
import { nonlinearityNames } from '#theory/nonlinearity.ts';
import { passNames } from '#theory/pass.ts';
import { weightLawNames } from '#theory/weightLaw.ts';

const python = '/usr/bin/python3';
const hasTorch = spawnSync(python, ['-c', 'import torch']).status === 0;

/** Runs every script of a list as a program of its own, in one process: PyTorch takes seconds to load. */
const runner = `
import contextlib, io, json, sys, torch
torch.set_num_threads(1)
outputs = []
for text in json.load(sys.stdin):
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(compile(text, "script", "exec"), {"__name__": "__main__"})
    outputs.append(printed.getvalue())
json.dump(outputs, sys.stdout)
`;

const small: Partial<Experiment> = { depth: 30, width: 16, walks: 600, seed: 5 };
const againstTheory: Readonly<Record<string, Partial<Experiment>>> = {
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
  ...passNames.map(
    (pass) => ({ ...tiny, pass, residual: 0.5, bias: 0.1, f: 'tanh', ensemble: 'inputs' }) as const,
  ),
];

const own: Partial<Experiment> = {
  view: 'scale',
  sweep: 'widths',
  widths: [100, 50, 200, 25, 100, 60],
  gain: 1,
  walks: 600,
};
/** Means and variances of the literature, science.md. */
const ownWidths = [
  { f: 'linear', mean: -0.0857, variance: 0.1745 },
  { f: 'relu', mean: -3.688, variance: 0.4743 },
] as const;

const others: Readonly<Record<string, Partial<Experiment>>> = {
  spirals: {
    view: 'train',
    data: 'spirals',
    f: 'tanh',
    depth: 3,
    width: 32,
    optimizer: 'adam',
    rate: 0.003,
    steps: 200,
  },
  gain: { ...small, view: 'scale', sweep: 'gain', f: 'relu', walks: 100 },
  mean: { ...small, view: 'scale', sweep: 'mean', f: 'relu', walks: 200 },
};

/** The numbers of the lines that begin with one; `-` is NaN. */
const rowsOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => /^ *\d/.test(line))
    .map((line) => line.trim().split(/\s+/).map(Number));

function runAll(patches: readonly Partial<Experiment>[]): string[] {
  const scripts = patches.map(
    (patch) => pythonScript({ ...defaultExperiment, ...patch }, noFoundGains, 'https://x/').text,
  );
  const options = { input: JSON.stringify(scripts), encoding: 'utf8' } as const;
  const { status, stdout, stderr } = spawnSync(python, ['-c', runner], options);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return JSON.parse(stdout);
}

describe.skipIf(!hasTorch)('where PyTorch is (Debian: python3-torch; skipped elsewhere)', () => {
  let outputs: readonly string[] = [];
  const all = [
    ...Object.values(againstTheory),
    ...ownWidths.map(({ f }) => ({ ...own, f })),
    ...Object.values(others),
    ...everything,
  ];
  beforeAll(() => {
    outputs = runAll(all);
  }, 240_000);
  const first = { own: Object.keys(againstTheory).length, others: 0, everything: 0 };
  first.others = first.own + ownWidths.length;
  first.everything = first.others + Object.keys(others).length;

  for (const [i, name] of Object.keys(againstTheory).entries()) {
    test(`${name}: statistics within 4 standard errors of theory`, () => {
      const rows = rowsOf(outputs[i] ?? '');
      expect(rows.length).toBeGreaterThan(3);
      for (const [, mean = 0, error = 0, theory = 0, variance = 0, spread = 0, expected = 0] of rows) {
        expect(Math.abs(mean - theory)).toBeLessThan(4 * error);
        expect(Math.abs(variance - expected)).toBeLessThan(4 * spread);
      }
    });
  }

  for (const [i, { f, mean, variance }] of ownWidths.entries()) {
    test(`own widths, ${f}: mean ${mean} and variance ${variance} within 4 standard errors`, () => {
      const [, , measured = 0, error = 0, squared = 0, spread = 0] =
        rowsOf(outputs[first.own + i] ?? '').at(-1) ?? [];
      expect(Math.abs(measured - mean)).toBeLessThan(4 * error);
      expect(Math.abs(squared - variance)).toBeLessThan(4 * spread);
    });
  }

  test('a network trains on spirals', () => {
    const [, from, to] = /loss ([\d.]+) -> ([\d.]+)/.exec(outputs[first.others] ?? '') ?? [];
    expect(Number(to)).toBeLessThan(0.7 * Number(from));
  });

  test('the gain sweep has a row a gain, each within 4 standard errors of theory', () => {
    const rows = rowsOf(outputs[first.others + 1] ?? '');
    expect(rows.length).toBe(13);
    for (const [, , , , mean = 0, error = 0, theory = 0] of rows) {
      expect(Math.abs(mean - theory)).toBeLessThan(4 * error);
    }
  });

  test('the mean of Z lies above its median', () => {
    const [, logMean = 0, , , logMedian = 0] = rowsOf(outputs[first.others + 2] ?? '').at(-1) ?? [];
    expect(logMean).toBeGreaterThan(logMedian);
  });

  test('every pass, law and nonlinearity gives numbers', () => {
    const tables = outputs.slice(first.everything);
    expect(tables.length).toBe(everything.length);
    for (const [i, table] of tables.entries()) {
      for (const [, mean, error] of rowsOf(table)) {
        expect(mean, JSON.stringify(everything[i])).not.toBeNaN();
        expect(error, JSON.stringify(everything[i])).not.toBeNaN();
      }
    }
  });
});
