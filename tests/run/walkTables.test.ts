import { expect, test } from 'vitest';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import { walkSettings } from '#experiment/derived/walkSettings.ts';
import { noFoundGains } from '#experiment/foundGains.ts';
import type { FigureTable } from '#run/figureTable.ts';
import type { WalkRecord } from '#run/walk/walkRecord.ts';
import { walkResults } from '#run/walk/walkResults.ts';
import { endTable, gainTable, varianceTable, walkTable } from '#run/walk/walkTables.ts';

const depth = 3;
const experiment = { ...defaultExperiment, f: 'relu' as const, depth, width: 8, walks: 3 };
const dead = Number.NEGATIVE_INFINITY;

const record: WalkRecord = {
  settings: walkSettings(experiment, noFoundGains),
  source: 'engine',
  backend: 'cpu (test)',
  ownBackend: '',
  walker: null,
  walks: 3,
  dead: 1,
  moments: {
    mean: Float64Array.from([0, 0.1, 0.2, 1 / 3]),
    variance: Float64Array.from([0, 0.5, 1.1, 1.7]),
    stderrMean: Float64Array.from([0, 0.01, 0.02, 0.03]),
    stderrVariance: Float64Array.from([0, 0.1, 0.2, 0.3]),
  },
  paths: Float32Array.from([0, 0.1, 0.2, 0.3, 0, -1, dead, dead, 0, 1, 2, 3]),
  pathCount: 3,
  final: Float32Array.from([0.3, dead, 3]),
  elapsedMs: 1,
  weightsPerSecond: 1,
  done: true,
};

const results = walkResults(experiment, noFoundGains, record);

const column = ({ columns, rows }: FigureTable, name: string) =>
  rows.map((row) => row[columns.indexOf(name)]);

test('where no theory of finite width holds, the results have the measured reference, or nothing yet', () => {
  const narrow = { ...experiment, f: 'tanh' as const, width: 8, gain: 1.2 };
  const own = { ...record, settings: walkSettings(narrow, noFoundGains) };
  expect(walkResults(narrow, noFoundGains, own).theory).toBeNull();
  expect(walkResults(narrow, noFoundGains, own, record.moments).theory).toEqual({
    kind: 'measured reference',
    mean: results.lnZ.mean,
    variance: results.lnZ.variance,
    spread: null,
    pull: null,
  });
  expect(walkResults(experiment, noFoundGains, record, record.moments).theory?.kind).toBe('exact');
});

test('the tables of walk, variance and end are the results, number for number', () => {
  const walk = walkTable(experiment, noFoundGains, record);
  expect(column(walk, 'mean')).toEqual(results.lnZ.mean);
  expect(column(walk, 'stderrMean')).toEqual(results.lnZ.stderrMean);
  expect(column(walk, 'exactMean')).toEqual(results.exact?.mean);
  const variance = varianceTable(experiment, noFoundGains, record);
  expect(column(variance, 'variance')).toEqual(results.lnZ.variance);
  expect(column(variance, 'stderrVariance')).toEqual(results.lnZ.stderrVariance);
  expect(column(variance, 'exactVariance')).toEqual(results.exact?.variance);
  const end = column(endTable(experiment, noFoundGains, record), 'lnZ').filter((value) => value !== null);
  expect(end).toEqual(results.final);
});

test('single walks are float32s again when read, and end empty where they die', () => {
  const walk = walkTable(experiment, noFoundGains, record);
  expect(column(walk, 'walk1').map((value) => Math.fround(Number(value)))).toEqual([
    ...record.paths.subarray(0, 4),
  ]);
  expect(column(walk, 'walk1')[1]).toBe(0.100000001);
  expect(column(walk, 'walk2')).toEqual([0, -1, null, null]);
});

test('an approximate mean is not called exact, and before the first walk there is theory alone', () => {
  const { columns } = walkTable({ ...experiment, f: 'tanh', width: 8 }, noFoundGains, null);
  expect(columns).toEqual(['layer', 'mean', 'stderrMean', 'meanFieldMean', 'meanFieldVariance']);
  expect(column(walkTable(experiment, noFoundGains, null), 'mean')).toEqual([null, null, null, null]);
});

test('the gain’s table ends with the gain in use, where the drift of g* is zero', () => {
  const { rows } = gainTable(experiment, noFoundGains, [0.5, 2]);
  expect(rows.map((row) => row[2])).toEqual([0, 0, 1]);
  expect(rows[0]?.[1]).toBeLessThan(0);
  expect(rows[1]?.[1]).toBeGreaterThan(0);
  expect(Math.abs(Number(rows[2]?.[1]))).toBeLessThan(1e-9);
});
