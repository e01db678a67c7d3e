import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Experiment } from '#experiment/experiment.ts';
import { noFoundGains as found } from '#experiment/foundGains.ts';
import { cellEdges } from '#plots/mapCells.ts';
import { type SweepAxis, sweepScale, sweepTicks } from '#plots/sweepScale.ts';
import { planSweep } from '#run/sweeps/planSweep.ts';
import { curveData } from '#ui/scale/figures/curveData.ts';
import { anyExperiment } from '../experiment/anyExperiment.ts';

/** Links that measure their sweep, the same in every run: theory of a sweep is that of dozens of networks. */
const sweeps = fc.sample(anyExperiment, { seed: 1, numRuns: 63 });

const about = ({ f, depth, width, gain, weights, pass, residual, bias, input, sweep }: Experiment) =>
  JSON.stringify({ f, depth, width, gain, weights, pass, residual, bias, input, sweep });

/** Theory of the deepest networks takes a busy machine its time. */
const timeout = 300_000;

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

test('the axes, shades and cells of every sweep are finite', { timeout }, () => {
  for (const experiment of sweeps) {
    for (const figure of planSweep(experiment, found).figures) {
      if (figure.kind === 'map') {
        const { xs, ys, cells } = figure.draw(new Map());
        for (const edge of [...cellEdges(xs), ...cellEdges(ys)]) expect(edge).toBeGreaterThan(0);
        for (const { field } of cells) expect(field ?? 0, about(experiment)).not.toBeNaN();
        continue;
      }
      const { x, y, curves } = curveData({}, figure.title(), figure.draw(new Map()));
      const points = curves.flatMap((line) => line.points);
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
  }
});
