import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import { theoryOf } from '#experiment/derived/theoryOf.ts';
import { type Experiment, isParameterKey, type SweepName } from '#experiment/experiment.ts';
import { noFoundGains } from '#experiment/foundGains.ts';
import { largestGain } from '#experiment/schema/networkRows.ts';
import { sweepNames } from '#experiment/schema/scaleRows.ts';
import { sweepDefinition } from '#run/sweeps/definitions/sweepDefinition.ts';
import type { TrainMeasurement } from '#run/sweeps/measurement.ts';
import { planSweep } from '#run/sweeps/planSweep.ts';
import type { WalkReport } from '#run/sweeps/walkReport.ts';
import { sweepExperiments } from './sweepExperiments.ts';

const planOf = (experiment: Experiment) => planSweep(experiment, noFoundGains);

const scale = (sweep: SweepName, patch: Partial<Experiment> = {}): Experiment => ({
  ...defaultExperiment,
  view: 'scale',
  sweep,
  ...patch,
});

/** Points of the default experiment; ReLU's, matrix-free, have the same but for the widths. */
const pointCounts: Readonly<Record<SweepName, number>> = {
  gain: 18,
  width: 10,
  map: 30,
  budget: 10,
  mean: 2,
  widths: 1,
  cures: 49,
  error: 28,
};

test('every definition has a name in the link', () => {
  const folder = join(import.meta.dirname, '../../../src/run/sweeps/definitions');
  const files = readdirSync(folder).filter((file) => file !== 'sweepDefinition.ts');
  expect(files.toSorted()).toEqual(sweepNames.map((name) => `${name}.ts`).toSorted());
});

describe.each(sweepNames)('the %s sweep', (sweep) => {
  test('has as many points as its definition says, each with a key of its own', () => {
    const { points } = planOf(scale(sweep));
    expect(points).toHaveLength(pointCounts[sweep]);
    expect(new Set(points.map(({ key }) => key)).size).toBe(points.length);
  });

  test('shows controls of parameters that there are, each once', () => {
    const { controls } = sweepDefinition(sweep);
    expect(controls.every(isParameterKey)).toBe(true);
    expect(new Set(controls).size).toBe(controls.length);
  });

  test('changes its points with every control it shows', () => {
    const from = scale(sweep, { f: 'tanh', depth: 12, width: 16, walks: 50, gain: 1.1 });
    const others: Partial<Experiment> = {
      f: 'gelu',
      depth: 14,
      width: 24,
      gain: 1.3,
      walks: 60,
      weights: 'orthogonal',
      sampler: 'free',
      input: 0.5,
      bias: 0.2,
      budget: 50_000,
      widths: [9, 4, 7],
      scaling: 'fanout',
      data: 'spirals',
      task: 'encode',
      rate: 0.5,
      optimizer: 'adam',
      steps: 33,
      batch: 17,
    };
    const keysOf = (experiment: Experiment) => planOf(experiment).points.map(({ key }) => key);
    for (const key of sweepDefinition(sweep).controls) {
      expect(keysOf({ ...from, [key]: others[key] }), key).not.toEqual(keysOf(from));
    }
  });

  test('asks for nothing beyond the engine’s ranges and its own caps', () => {
    for (const patch of Object.values(sweepExperiments)) {
      const experiment = scale(sweep, patch);
      for (const { kind, settings, experiment: opened } of planOf(experiment).points) {
        expect(settings.depth).toBeGreaterThanOrEqual(1);
        expect(settings.depth).toBeLessThanOrEqual(kind === 'train' ? 100 : 1000);
        expect(settings.width).toBeLessThanOrEqual(1024);
        expect(settings.gain).toBeGreaterThan(0);
        // A rule may ask for more than a link can say as a number.
        if (typeof opened.gain === 'number') expect(settings.gain).toBeLessThanOrEqual(largestGain);
        if (kind === 'walk') expect(settings.walks).toBeLessThanOrEqual(experiment.walks);
        else expect(settings.steps).toBeLessThanOrEqual(Math.min(experiment.steps, 200));
      }
    }
  });

  test('has the columns that docs/PROGRAMS.md lists', () => {
    const text = readFileSync(join(import.meta.dirname, '../../../docs/PROGRAMS.md'), 'utf8');
    const listed = new RegExp(`^\\| \`${sweep}\` \\|[^|]*\\| \`([^\`]*)\``, 'm').exec(text)?.[1];
    const { columns } = planOf(scale(sweep)).table(new Map());
    // The budget's row is told by the map's.
    if (sweep === 'budget')
      expect(columns.filter((name) => name !== 'varianceLeading')).toEqual(columnsOfMap());
    else expect(columns.join(', ')).toBe(listed);
  });
});

const columnsOfMap = () => planOf(scale('map')).table(new Map()).columns;

test('theory at a point is theory of the experiment that the point opens', () => {
  for (const patch of Object.values(sweepExperiments)) {
    for (const sweep of ['gain', 'width', 'map', 'budget', 'mean'] as const) {
      const { points, report } = planOf(scale(sweep, patch));
      const { statistics, rows }: WalkReport = report() ?? { statistics: [], facts: [], rows: [] };
      // The cheaper half is enough, and every kind of point is in it.
      for (const { point, layer, theory } of rows.filter(({ point: i }) => i <= points.length / 2)) {
        const opened = points[point]?.experiment;
        if (!opened) throw new Error('A row has no point.');
        const { kind, mean, variance } = theoryOf(opened, noFoundGains);
        const known = {
          mean: mean[layer],
          // Mean field stands for no walk's mean.
          drift: kind === 'mean-field' ? null : (mean[layer] ?? 0) / layer,
          variance: variance?.[layer] ?? 0,
        };
        for (const name of ['mean', 'drift', 'variance'] as const) {
          const at = statistics.indexOf(name);
          if (at < 0) continue;
          if (known[name] === null) expect(theory[at], `${sweep} ${name}`).toBeNull();
          else expect(theory[at], `${sweep} ${name}`).toBeCloseTo(known[name] ?? Number.NaN, 12);
        }
      }
    }
  }
});

test('the darkest shade of the training error is that of answering at random: 2/3 for three spirals', () => {
  const trained = (steps: number): TrainMeasurement => ({
    kind: 'train',
    step: steps,
    losses: new Float32Array(steps).fill(1),
    accuracies: new Float32Array(steps).fill(0.5),
    constantError: null,
    diverged: false,
    elapsedMs: 1,
    done: true,
  });
  for (const [data, shade] of [
    ['spirals', 0.75],
    ['digits', 0.5 / 0.9],
    ['phones', 0.5 / (1 - 1 / 26)],
  ] as const) {
    const { points, figures } = planOf(scale('error', { data, depth: 5 }));
    const [figure] = figures;
    const measured = new Map(points.map(({ key, experiment }) => [key, trained(experiment.steps)]));
    const cells = figure?.kind === 'map' ? figure.draw(measured).cells : [];
    expect(cells).toHaveLength(points.length);
    for (const { plate } of cells) expect(plate).toBeCloseTo(shade, 12);
  }
});

test('the error sweep trains the kind of network that is asked for, and draws g* beside plain ones alone', () => {
  for (const [kind, ridges] of [
    [{}, 1],
    [{ tied: 1, residual: 0.1, norm: 'rms' }, 0],
  ] as const) {
    const { points, figures } = planOf(scale('error', { depth: 5, ...kind }));
    for (const { settings } of points) expect(settings).toMatchObject(kind);
    const [figure] = figures;
    expect(figure?.kind === 'map' && figure.draw(new Map()).lines).toHaveLength(ridges);
  }
});
