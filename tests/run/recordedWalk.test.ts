import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import { theoryOf } from '#experiment/derived/theoryOf.ts';
import { walkSettings } from '#experiment/derived/walkSettings.ts';
import { noFoundGains } from '#experiment/foundGains.ts';
import { type RecordedFile, recordedWalk } from '#run/walk/recordedWalk.ts';

const file: RecordedFile = JSON.parse(readFileSync('public/recorded-walk.json', 'utf8'));
const record = recordedWalk(file);
const { depth } = defaultExperiment;

test('the recorded run is the default experiment, walked on WebGPU', () => {
  expect(record.settings).toEqual(walkSettings(defaultExperiment, noFoundGains));
  expect(record.backend).toMatch(/^webgpu/);
  expect(record.walks).toBe(defaultExperiment.walks);
  expect(record.final).toHaveLength(defaultExperiment.walks);
});

test('the recorded paths end where the recorded ends are, to a thousandth', () => {
  for (let walk = 0; walk < record.pathCount; walk++) {
    const end = record.paths[walk * (depth + 1) + depth] ?? Number.NaN;
    expect(Math.abs(end - (record.final[walk] ?? 0))).toBeLessThan(1e-3);
  }
});

test('the recorded moments are those of the recorded ends and lie within 4 standard errors of exact', () => {
  const mean = record.final.reduce((sum, x) => sum + x, 0) / record.walks;
  const variance = record.final.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (record.walks - 1);
  expect(record.moments?.mean[depth]).toBeCloseTo(mean, 4);
  expect(record.moments?.variance[depth]).toBeCloseTo(variance, 3);
  const exact = theoryOf(defaultExperiment, noFoundGains).variance?.[depth] ?? Number.NaN;
  expect(Math.abs(mean) / Math.sqrt(exact / record.walks)).toBeLessThan(4);
  expect(Math.abs(variance / exact - 1) / Math.sqrt(2 / record.walks)).toBeLessThan(4);
});
