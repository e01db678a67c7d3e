import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { planSweep } from '#run/sweeps/planSweep.ts';
import type { SweepTable } from '#run/sweeps/sweepTable.ts';
import { parallelPython } from './parallelPython.ts';
import { freeRemark, pythonNumber, scriptHeader } from './pythonText.ts';
import { trainingPython } from './trainingPython.ts';
import { walksPython } from './walksPython.ts';

/** Trainings and what is printed of them; g* as in the page's table. */
function trainMain({ columns, rows }: SweepTable): readonly string[] {
  const bests = rows.map((row) => pythonNumber(row[columns.indexOf('gainTheory')]));
  return [
    parallelPython,
    `# g* at each point's depth, by the page's theory.
BEST_GAINS = [${bests.join(', ')}]`,
    `def measure(number):
    """Mean loss and error over the last tenth of the steps; not a number where the run left float32."""
    losses, errors, _ = train(SimpleNamespace(**SHARED, **POINTS[number]))
    return (last_tenth(losses), last_tenth(errors)) if math.isfinite(losses[-1]) else (math.nan, math.nan)`,
    `def main():
    print(f"{'depth':>5} {'gain':>10} {'loss':>12} {'error':>12} {'gainTheory':>12}")
    arriving = each(measure, [(number,) for number in range(len(POINTS))])
    for own, best, (loss, error) in zip(POINTS, BEST_GAINS, arriving):
        point = SimpleNamespace(**SHARED, **own)
        shown = "-" if best is None else format(best, ".6g")
        print(f"{point.depth:5d} {point.gain:10.6g} {loss:12.4f} {error:12.4f} {shown:>12}", flush=True)`,
  ];
}

/** The scale view's sweep as a PyTorch script: the points of the page, as it measures them. */
export function sweepScript(experiment: Experiment, found: FoundGains, address: string): string {
  const { sweep, points, report, table } = planSweep(experiment, found);
  const numbers = table(new Map());
  const what = `The sweep "${sweep}" of Gradient Walk, point by point as the page measures it.
The theory beside it: ${numbers.theory}.`;
  const walked = points.flatMap((point) => (point.kind === 'walk' ? [point.settings] : []));
  const trained = points.flatMap((point) => (point.kind === 'train' ? [point.settings] : []));
  const printed = report();
  if (!printed) {
    const main = trainMain(numbers);
    return trainingPython({ what, experiment, address, points: trained, main, isParallel: true });
  }
  const header = scriptHeader(`${what}${freeRemark(walked)}`, experiment, address);
  return walksPython({ header, points: walked, report: printed });
}
