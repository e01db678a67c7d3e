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

/** Two whole scripts to be read as a person would; that all of them run is for `npm run test:python`. */
const golden: Readonly<Record<string, Partial<Experiment>>> = {
  'scale-gain': { view: 'scale', f: 'relu', depth: 100, width: 64 },
  'train-spirals': {
    view: 'train',
    data: 'spirals',
    f: 'tanh',
    gain: 1.3,
    depth: 10,
    optimizer: 'adam',
    rate: 0.001,
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
  ...(['digits', 'mnist', 'phones', 'spirals', 'own'] as const).map(
    (data) => ({ view: 'train', data }) as const,
  ),
];

const hasPython = spawnSync(python, ['-c', 'pass']).status === 0;

describe.skipIf(!hasPython)('where Python is', () => {
  test('every kind of script is Python', () => {
    const program = 'import ast, json, sys\nfor text in json.load(sys.stdin): ast.parse(text)\nprint("all")';
    const input = JSON.stringify(kinds.map(textOf));
    const { status, stdout, stderr } = spawnSync(python, ['-c', program], { input, encoding: 'utf8' });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: 'all\n', stderr: '' });
  });
});
