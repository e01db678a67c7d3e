import { describe, expect, test } from 'vitest';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import { gainSetting } from '#experiment/derived/gainSetting.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { noFoundGains, withFoundGain } from '#experiment/foundGains.ts';
import { gainSearch } from '#experiment/gains.ts';
import { formatLink, parseLink } from '#experiment/link/linkCodec.ts';
import { largestGain } from '#experiment/schema/networkRows.ts';
import { sweepNames } from '#experiment/schema/scaleRows.ts';
import type { WalkMeasurement } from '#run/sweeps/measurement.ts';
import { measuredZero } from '#run/sweeps/measures/measuredZero.ts';
import { ownGain, widthsTheory } from '#run/sweeps/measures/ownWidths.ts';
import { runningLogMean } from '#run/sweeps/measures/sampleMean.ts';
import { planSweep } from '#run/sweeps/planSweep.ts';
import { endTheory } from '#run/sweeps/pointTheory.ts';
import { isSamePlan } from '#run/sweeps/sweepPlan.ts';
import { sweptExperiment } from '#run/sweeps/sweepPoint.ts';
import { type WalkRow, walkRows } from '#run/sweeps/sweepTable.ts';
import { walkTheory } from '#theory/walkTheory.ts';

const sweepPlan = (experiment: Experiment) => planSweep(experiment, noFoundGains);

const scale = (patch: Partial<Experiment>): Experiment => ({
  ...defaultExperiment,
  view: 'scale',
  ...patch,
});

/** A measurement of a point that agrees with theory to the last digit; with mean field's mean where no other is known. */
function perfect({ point }: WalkRow): WalkMeasurement {
  const { depth, gain, walks } = point.settings;
  const variance = endTheory(point).variance ?? Number.NaN;
  const { mean } = walkTheory({ ...gainSetting(point.experiment), gain, pass: 'backward' });
  const series = (end: number) => Float64Array.from({ length: depth + 1 }, (_, k) => (end * k) / depth);
  return {
    kind: 'walk',
    walks,
    dead: 0,
    within: 0,
    moments: {
      mean: series(mean[depth] ?? Number.NaN),
      variance: series(variance),
      stderrMean: series(0.01),
      stderrVariance: series(0.01),
    },
    paths: new Float32Array(0),
    pathCount: 0,
    final: new Float32Array(0),
    elapsedMs: 1,
    done: true,
  };
}

const measured = (experiment: Experiment): readonly WalkRow[] =>
  walkRows(sweepPlan(experiment).points, new Map()).map((row) => ({ ...row, walked: perfect(row) }));

describe.each(sweepNames)('the %s sweep', (sweep) => {
  test.each(['linear', 'relu', 'tanh'] as const)(
    'of %s is a list of experiments that links can hold',
    (f) => {
      const { points } = sweepPlan(scale({ sweep, f, depth: 40 }));
      expect(points.length).toBeGreaterThan(0);
      expect(new Set(points.map(({ key }) => key)).size).toBe(points.length);
      for (const { experiment, cost } of points) {
        const link = parseLink(formatLink(experiment));
        expect(link.notices).toEqual([]);
        expect(link.experiment).toEqual(experiment);
        expect(cost).toBeGreaterThan(0);
      }
    },
  );

  test('has a table with a value in every column of every row, measured or not', () => {
    const { columns, rows } = sweepPlan(scale({ sweep })).table(new Map());
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(columns).size).toBe(columns.length);
    for (const row of rows) expect(row).toHaveLength(columns.length);
  });

  test('does not change with what it does not use', () => {
    const plan = sweepPlan(scale({ sweep }));
    expect(isSamePlan(plan, sweepPlan(scale({ sweep, theme: 'dark', lesson: 3, pass: 'forward' })))).toBe(
      true,
    );
    expect(isSamePlan(plan, sweepPlan(scale({ sweep, seed: 2 })))).toBe(false);
  });
});

test('where g* lies beyond the link’s gains, the points are laid as near to it as there is room', () => {
  for (const sweep of ['gain', 'error'] as const) {
    const experiment = scale({ sweep, f: 'sigmoid', width: 16, depth: 30 });
    const search = gainSearch(sweptExperiment(experiment));
    if (!search) throw new Error('Sixteen sigmoid units need a search.');
    const { points } = planSweep(experiment, withFoundGain(noFoundGains, search, { value: 900, error: 1 }));
    const gains = new Set(points.map(({ settings }) => settings.gain));
    expect(gains.size).toBe(sweep === 'gain' ? points.length : 7);
    expect(Math.max(...gains)).toBe(largestGain);
  }
});

test('with real matrices a point has fewer walks where they would take minutes, never fewer than 30; free has all', () => {
  const walksOf = (patch: Partial<Experiment>) =>
    sweepPlan(scale({ sweep: 'map', walks: 500, ...patch })).points.map(({ experiment }) => experiment.walks);
  const matrices = walksOf({});
  expect(Math.max(...matrices)).toBe(500);
  expect(Math.min(...matrices)).toBe(30);
  expect(new Set(walksOf({ sampler: 'free' }))).toEqual(new Set([500]));
});

/** A column of a sweep's table, every point measured as theory has it. */
function columnsOf(experiment: Experiment) {
  const plan = sweepPlan(experiment);
  const all = measured(experiment).map((row) => [row.point.key, perfect(row)] as const);
  const { columns, rows } = plan.table(new Map(all));
  return (name: string) => rows.map((row) => row[columns.indexOf(name)] ?? Number.NaN);
}

test('the zero of exact drifts is g*, wherever the line is laid around', () => {
  for (const f of ['linear', 'relu'] as const) {
    const column = columnsOf(scale({ f }));
    const drifts = column('gain').map((gain, i) => ({
      logGain: Math.log(gain),
      drift: { value: column('driftTheory')[i] ?? Number.NaN, error: 0.001 },
    }));
    const best = column('gain')[column('driftTheory').findIndex((drift) => Math.abs(drift) < 1e-5)] ?? 0;
    for (const centre of [0, Math.log(best)]) {
      const zero = measuredZero(drifts, centre);
      expect(zero?.value).toBeCloseTo(best, 5);
      expect(zero?.error).toBeGreaterThan(0);
    }
    expect(measuredZero(drifts.slice(0, 1), 0)).toBeNull();
  }
});

test('exact drifts give the exact g* at every width', () => {
  const column = columnsOf(scale({ sweep: 'width', f: 'relu' }));
  expect(column('width')).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512, 1024]);
  for (const [i, gain] of column('gain').entries()) expect(gain).toBeCloseTo(column('gainTheory')[i] ?? 0, 9);
});

test('for tanh the zero is taken between two gains of every width', () => {
  const experiment = scale({ sweep: 'width', f: 'tanh', depth: 50 });
  const column = columnsOf(experiment);
  const widths = column('width');
  expect(widths.length).toBeGreaterThan(4);
  expect(sweepPlan(experiment).points).toHaveLength(2 * widths.length);
  for (const [i, gain] of column('gain').entries()) {
    expect(Math.abs(gain / (column('gainTheory')[i] ?? 0) - 1)).toBeLessThan(2e-3);
  }
});

test('own widths at g* end where they began: the gain stops the drift over the whole network', () => {
  for (const scaling of ['fanin', 'fanout'] as const) {
    const experiment = scale({ sweep: 'widths', f: 'relu', widths: [100, 50, 200, 25, 100, 60], scaling });
    expect(ownGain(experiment, noFoundGains)).toBeGreaterThan(1);
    expect(widthsTheory(experiment, noFoundGains)?.mean.at(-1)).toBeCloseTo(0, 12);
  }
});

test('the running mean of Z is that of the walks so far, the dead with nothing, without overflow', () => {
  const final = Float32Array.of(1, Number.NEGATIVE_INFINITY, 900, 2);
  const row = measured(scale({ sweep: 'mean' }))[0];
  const walked = row?.walked;
  if (!walked) throw new Error('Nothing is measured.');
  const points = runningLogMean({ ...walked, final, walks: 4 });
  expect(points.map(([walks]) => walks)).toEqual([1, 2, 3, 4]);
  expect(points[0]?.[1]).toBeCloseTo(1, 12);
  expect(points[1]?.[1]).toBeCloseTo(1 - Math.log(2), 12);
  expect(points[3]?.[1]).toBeCloseTo(900 - Math.log(4), 6);
});
