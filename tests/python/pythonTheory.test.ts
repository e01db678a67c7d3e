import { describe, expect, test } from 'vitest';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import { densityOf, theoryOf } from '#experiment/derived/theoryOf.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { noFoundGains } from '#experiment/foundGains.ts';
import { sweepNames } from '#experiment/schema/scaleRows.ts';
import { pythonScript } from '#python/pythonScript.ts';
import { planSweep } from '#run/sweeps/planSweep.ts';
import { factorOfTen, shareWithin } from '#theory/shareWithin.ts';
import { sweepExperiments } from '../run/sweeps/sweepExperiments.ts';
import { namesOf, reportOf } from './pointsOf.ts';

const textOf = (experiment: Experiment) => pythonScript(experiment, noFoundGains, 'https://x/').text;

/** What ten digits leave of a number. */
const tenDigits = (value: number | null | undefined) =>
  value === null || value === undefined ? null : Number(value.toPrecision(10));

describe.each(Object.entries(sweepExperiments))('%s', (_, patch) => {
  test.each(sweepNames)('the script of the %s sweep has every theory number of the page', (sweep) => {
    const experiment: Experiment = { ...defaultExperiment, ...patch, view: 'scale', sweep };
    const { table, points, report } = planSweep(experiment, noFoundGains);
    const { columns, rows } = table(new Map());
    const text = textOf(experiment);
    const column = (name: string) => rows.map((row) => tenDigits(row[columns.indexOf(name)]));
    const theories = columns.filter((name) => /Theory$|Leading$|Paper$|^share$/.test(name));
    expect(theories).not.toEqual([]);
    if (sweep === 'error') {
      expect(theories).toEqual(['gainTheory']);
      const gains = column('gainTheory').map((gain) => gain ?? 'None');
      expect(text).toContain(`BEST_GAINS = [${gains.join(', ')}]`);
      return;
    }
    const { statistics, facts } = namesOf(text);
    const written = reportOf(text);
    // The width sweep has a line for every gain that it walks at, the page a row for every width.
    const rowOf = (line: number) => {
      if (sweep !== 'width') return line;
      const point = points[report()?.rows[line]?.point ?? -1];
      return column('width').indexOf(point?.settings.width ?? 0);
    };
    for (const name of theories) {
      const statistic = statistics.indexOf(name.replace(/Theory$/, ''));
      const at = 2 + (statistic >= 0 ? statistic : statistics.length + facts.indexOf(name));
      expect(at, name).toBeGreaterThan(1);
      const ofPage = column(name);
      expect(written.map((line) => line[at])).toEqual(written.map((__, line) => ofPage[rowOf(line)]));
    }
  });

  test.each(['backward', 'forward', 'weights'] as const)('and the script of the %s walk', (pass) => {
    const experiment: Experiment = { ...defaultExperiment, ...patch, view: 'walk', pass };
    const { mean, variance } = theoryOf(experiment, noFoundGains);
    const density = densityOf(experiment, noFoundGains);
    for (const [, layer, ...written] of reportOf(textOf(experiment))) {
      const isLast = layer === experiment.depth;
      expect(written).toEqual([
        tenDigits(mean[layer ?? -1]),
        tenDigits(variance?.[layer ?? -1]),
        isLast && density ? tenDigits(shareWithin(density, factorOfTen)) : null,
      ]);
    }
  });
});
