import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { noFoundGains } from '#experiment/foundGains.ts';
import { sweepNames } from '#experiment/schema/scaleRows.ts';
import { pythonScript } from '#python/pythonScript.ts';
import { nonlinearityNames } from '#theory/nonlinearity.ts';
import { weightLawNames } from '#theory/weightLaw.ts';

const python = '/usr/bin/python3';
const address = 'https://gradient-walk.test/';
const textOf = (patch: Partial<Experiment>) =>
  pythonScript({ ...defaultExperiment, ...patch }, noFoundGains, address).text;

/** Runs Python on a program of its standard input. */
function run(program: string, input: string): string {
  const { status, stdout, stderr } = spawnSync(python, ['-c', program], { input, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return stdout;
}
const works = (program: string) => spawnSync(python, ['-c', program]).status === 0;
const hasPython = works('pass');

const golden: Readonly<Record<string, Partial<Experiment>>> = {
  'walk-default': {},
  'walk-relu-orthogonal': { f: 'relu', weights: 'orthogonal', depth: 60, width: 32, gain: 'he', seed: 7 },
  'walk-residual-tanh': {
    f: 'tanh',
    depth: 40,
    width: 32,
    gain: 1,
    residual: 0.2,
    bias: 0.1,
    pass: 'weights',
  },
  'train-relu': { view: 'train', f: 'relu', depth: 20, width: 64, batch: 32, steps: 600 },
  'train-spirals-adam': {
    view: 'train',
    data: 'spirals',
    f: 'tanh',
    depth: 10,
    optimizer: 'adam',
    rate: 0.001,
  },
  'scale-gain': { view: 'scale', f: 'relu', depth: 100, width: 64 },
  'scale-widths': { view: 'scale', sweep: 'widths', widths: [100, 50, 200, 25, 100, 60], gain: 1 },
  'scale-error': {
    view: 'scale',
    sweep: 'error',
    data: 'mnist',
    f: 'relu',
    depth: 50,
    width: 64,
    steps: 200,
  },
};

for (const [name, patch] of Object.entries(golden)) {
  test(`the script of ${name} is the one in the golden file`, async () => {
    await expect(textOf(patch)).toMatchFileSnapshot(join(import.meta.dirname, `${name}.py`));
  });
}

test('a script names its experiment by its link, and so comes back to it', () => {
  expect(textOf({ f: 'relu', depth: 60 })).toContain(`${address}#f=relu&depth=60`);
});

const kinds: Partial<Experiment>[] = [
  ...nonlinearityNames.map((f) => ({ f })),
  ...weightLawNames.map((weights) => ({ weights })),
  ...sweepNames.map((sweep) => ({ view: 'scale', sweep }) as const),
  ...(['digits', 'mnist', 'spirals'] as const).map((data) => ({ view: 'train', data }) as const),
];

describe.skipIf(!hasPython)('where Python is', () => {
  test('every kind of script is Python', () => {
    const scripts = JSON.stringify(kinds.map(textOf));
    const program = 'import ast, json, sys\nfor text in json.load(sys.stdin): ast.parse(text)\nprint("all")';
    expect(run(program, scripts)).toBe('all\n');
  });
});
