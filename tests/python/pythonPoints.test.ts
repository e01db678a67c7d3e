import { describe, expect, test } from 'vitest';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import { trainSettings } from '#experiment/derived/trainSettings.ts';
import { walkSettings } from '#experiment/derived/walkSettings.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { noFoundGains, withFoundGain } from '#experiment/foundGains.ts';
import { gainSearch } from '#experiment/gains.ts';
import { sweepNames } from '#experiment/schema/scaleRows.ts';
import { pythonScript } from '#python/pythonScript.ts';
import { planSweep } from '#run/sweeps/planSweep.ts';
import { sweptExperiment } from '#run/sweeps/sweepPoint.ts';
import { sweepExperiments } from '../run/sweeps/sweepExperiments.ts';
import { pointsOf, trainingOf, walkOf } from './pointsOf.ts';

const address = 'https://gradient-walk.test/';

describe.each(Object.entries(sweepExperiments))('%s', (_, patch) => {
  const of = (more: Partial<Experiment>): Experiment => ({ ...defaultExperiment, ...patch, ...more });

  test.each(sweepNames)(
    'the script of the %s sweep measures the points of the page, to the last digit',
    (sweep) => {
      const experiment = of({ view: 'scale', sweep });
      const { points } = planSweep(experiment, noFoundGains);
      const written = pointsOf(pythonScript(experiment, noFoundGains, address).text);
      expect(written).toEqual(
        points.map((point) => (point.kind === 'walk' ? walkOf(point.settings) : trainingOf(point.settings))),
      );
    },
  );

  test('the script of the walk has the settings that the page walks with', () => {
    for (const pass of ['backward', 'forward', 'weights'] as const) {
      const experiment = of({ view: 'walk', pass });
      const written = pointsOf(pythonScript(experiment, noFoundGains, address).text);
      expect(written).toEqual([walkOf(walkSettings(experiment, noFoundGains))]);
    }
  });

  test('the script of the training has the settings that the page trains with', () => {
    const experiment = of({ view: 'train' });
    const written = pointsOf(pythonScript(experiment, noFoundGains, address).text);
    expect(written).toEqual([trainingOf(trainSettings(experiment, noFoundGains, 0))]);
  });
});

test('a gain that was found by walks is in the scripts as it was found', () => {
  const experiment: Experiment = { ...defaultExperiment, f: 'tanh', depth: 20, width: 10 };
  const search = gainSearch(sweptExperiment(experiment));
  if (!search) throw new Error('tanh needs a search.');
  const found = withFoundGain(noFoundGains, search, { value: 1.234567891234, error: 0.001 });
  const gainsOf = (view: Experiment['view']) =>
    pointsOf(pythonScript({ ...experiment, view }, found, address).text).map(({ gain }) => gain);
  expect(gainsOf('walk')).toEqual([1.234567891234]);
  expect(gainsOf('train')).toEqual([1.234567891234]);
  expect(gainsOf('scale')).toContain(1.23457);
});

test('branches, norms and the one matrix of a recurrent network are in the script as the page walks them', () => {
  const kind = { residual: 0.3, norm: 'layer', tied: 1 } as const;
  const experiment: Experiment = { ...defaultExperiment, ...kind, weights: 'sign', depth: 10 };
  const [point] = pointsOf(pythonScript(experiment, noFoundGains, address).text);
  expect(point).toMatchObject(kind);
});
