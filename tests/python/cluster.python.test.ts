import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Experiment } from '#experiment/experiment.ts';
import { mnistFiles } from '../mnistFiles.ts';
import { hasModule, printedByFile, requirePyTorch, rowsOf, scriptOf } from './runPython.ts';

let folder = '';
beforeAll(() => {
  requirePyTorch();
  folder = mkdtempSync(join(tmpdir(), 'cluster-'));
  for (const { name, bytes } of mnistFiles()) writeFileSync(join(folder, name), bytes);
});
afterAll(() => {
  if (folder !== '') rmSync(folder, { recursive: true });
});

const modules = { dask: 'distributed', ray: 'ray' } as const;

const walked: Partial<Experiment> = {
  view: 'scale',
  sweep: 'gain',
  f: 'relu',
  depth: 20,
  width: 16,
  walks: 100,
};
const trained: Partial<Experiment> = {
  view: 'scale',
  sweep: 'error',
  f: 'relu',
  data: 'mnist',
  depth: 4,
  width: 16,
  steps: 3,
};

describe.each(['dask', 'ray'] as const)('two workers of %s on this machine', (name) => {
  test.for([
    ['walks', walked],
    ['trainings', trained],
  ] as const)('print what one process prints, %s', { timeout: 600_000 }, ([, patch], context) => {
    const module = modules[name];
    if (!hasModule(module)) context.skip(`This Python has no ${module}.`);
    const { text, files, here } = scriptOf(patch, folder);
    const file = join(folder, 'script.py');
    writeFileSync(file, text);
    const alone = rowsOf(printedByFile(file, [...files, ...here]));
    const together = rowsOf(printedByFile(file, [...files, '--on', name, '--workers', '2']));
    expect(alone.length).toBeGreaterThan(5);
    expect(together).toHaveLength(alone.length);
    // Threads add numbers up in another order.
    for (const [i, row] of alone.entries()) {
      for (const [j, value] of row.entries()) {
        const other = together[i]?.[j] ?? Number.NaN;
        if (Number.isNaN(value)) expect(other).toBeNaN();
        else expect(Math.abs(other - value)).toBeLessThan(1e-3 + 1e-3 * Math.abs(value));
      }
    }
  });
});
