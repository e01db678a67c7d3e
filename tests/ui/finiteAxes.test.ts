import fc from 'fast-check';
import { expect, test } from 'vitest';
import { theoryOf } from '#experiment/derived/theoryOf.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { noFoundGains as found } from '#experiment/foundGains.ts';
import { cellEdges } from '#plots/mapCells.ts';
import { type SweepAxis, sweepScale, sweepTicks } from '#plots/sweepScale.ts';
import { waiting } from '#run/runState.ts';
import { sweepPlan } from '#run/sweeps/sweepPlan.ts';
import { loadWith } from '#ui/dictionary/loadDictionary.ts';
import { varianceDomain, walkDomain } from '#ui/figures/walkDomain.ts';
import { errorPanel } from '#ui/scale/panels/errorPanels.ts';
import { gainLensPanel, gainPanel } from '#ui/scale/panels/gainPanels.ts';
import { meanPanel, runningMeanPanel } from '#ui/scale/panels/meanPanels.ts';
import type { CurvePanel, MapPanel } from '#ui/scale/panels/panel.ts';
import { budgetPanel, budgetSharePanel, mapPanel } from '#ui/scale/panels/spreadPanels.ts';
import { widthDifferencePanel, widthPanel } from '#ui/scale/panels/widthPanels.ts';
import { widthStepsPanel, widthsPanel } from '#ui/scale/panels/widthsPanels.ts';
import { anyExperiment } from '../experiment/anyExperiment.ts';

/** A thousand links, the same in every run. */
const links = fc.sample(anyExperiment, { seed: 1, numRuns: 1000 });

/** Every sixteenth link measures its sweep: theory of a sweep is that of dozens of networks. */
const sweeps = links.filter((_, i) => i % 16 === 0);

const about = ({ f, depth, width, gain, weights, pass, residual, bias, input, sweep }: Experiment) =>
  JSON.stringify({ f, depth, width, gain, weights, pass, residual, bias, input, sweep });

/** Theory of the deepest networks takes a busy machine its time. */
const timeout = 300_000;

test('the axes of every link hold where theory says the walks are, and are finite', { timeout }, () => {
  for (const experiment of links) {
    const [low, high] = walkDomain({ experiment, found, record: null });
    const { mean, variance } = theoryOf(experiment, found);
    const end = mean[experiment.depth] ?? Number.NaN;
    expect(Number.isFinite(low) && Number.isFinite(high), about(experiment)).toBe(true);
    expect(low <= end && end <= high, about(experiment)).toBe(true);
    const [zero, top] = varianceDomain({ experiment, found, record: null });
    expect(zero).toBe(0);
    expect(Number.isFinite(top), about(experiment)).toBe(true);
    expect(top, about(experiment)).toBeGreaterThan(variance?.[experiment.depth] ?? 0);
  }
});

const curves: Readonly<Record<string, readonly CurvePanel[]>> = {
  gain: [gainPanel, gainLensPanel],
  width: [widthPanel, widthDifferencePanel],
  budget: [budgetPanel, budgetSharePanel],
  mean: [meanPanel, runningMeanPanel],
  widths: [widthsPanel, widthStepsPanel],
};
const maps: Readonly<Record<string, readonly MapPanel[]>> = {
  map: [mapPanel('variance'), mapPanel('within')],
  error: [errorPanel],
};

/** What is drawn is finite; a domain that is not has nothing to hold. */
function expectFinite(axis: SweepAxis, values: readonly number[], what: string): void {
  const scale = sweepScale(axis, [40, 400]);
  const [low = Number.NaN, high = Number.NaN] = scale.domain();
  expect(Number.isFinite(low) && Number.isFinite(high) && low < high, `${what} ${low}..${high}`).toBe(true);
  for (const tick of [...sweepTicks(axis, 6), low, high]) {
    expect(Number.isFinite(scale(tick)), `${what} ${tick}`).toBe(true);
  }
  if (!axis.domain.every(Number.isFinite)) expect(values.filter(Number.isFinite), what).toEqual([]);
}

test('the axes, shades and cells of every sweep are finite', { timeout }, async () => {
  await loadWith('scale', async () => null);
  for (const experiment of sweeps) {
    const record = { plan: sweepPlan(experiment, found), measured: new Map(), active: null, backend: '' };
    const moment = { experiment, found, record, run: waiting };
    for (const panel of curves[experiment.sweep] ?? []) {
      const { x, y, curves: lines } = panel(moment);
      const points = lines.flatMap((line) => line.points);
      expectFinite(
        x,
        points.map(([at]) => at),
        about(experiment),
      );
      expectFinite(
        y,
        points.map(([, value]) => value),
        about(experiment),
      );
    }
    for (const panel of maps[experiment.sweep] ?? []) {
      const { xs, ys, cells } = panel(moment);
      for (const edge of [...cellEdges(xs), ...cellEdges(ys)]) expect(edge).toBeGreaterThan(0);
      for (const { field } of cells) expect(field ?? 0, about(experiment)).not.toBeNaN();
    }
  }
});
