import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { planSweep } from '#run/sweeps/planSweep.ts';
import { parallelPython } from './parallelPython.ts';
import { freeRemark, scriptHeader } from './pythonText.ts';
import { trainingPython } from './trainingPython.ts';
import { walksPython } from './walksPython.ts';

const trainMain = [
  parallelPython,
  `def measure(own):
    """Mean loss and error over the last tenth of the steps; not a number where the run left float32."""
    losses, errors, _ = train(SimpleNamespace(**SHARED, **own))
    return (last_tenth(losses), last_tenth(errors)) if math.isfinite(losses[-1]) else (math.nan, math.nan)`,
  `def main():
    print(f"{'depth':>5} {'gain':>10} {'loss':>12} {'error':>12}")
    for own, (loss, error) in zip(POINTS, each(measure, [(own,) for own in POINTS])):
        point = SimpleNamespace(**SHARED, **own)
        print(f"{point.depth:5d} {point.gain:10.6g} {loss:12.4f} {error:12.4f}", flush=True)`,
];

/** The scale view's sweep as a PyTorch script: the points of the page, as it measures them. */
export function sweepScript(experiment: Experiment, found: FoundGains, address: string): string {
  const { sweep, points, report } = planSweep(experiment, found);
  const what = `The sweep "${sweep}" of Gradient Walk, point by point as the page measures it.`;
  const walked = points.flatMap((point) => (point.kind === 'walk' ? [point.settings] : []));
  const trained = points.flatMap((point) => (point.kind === 'train' ? [point.settings] : []));
  const printed = report();
  if (!printed) return trainingPython({ what, experiment, address, points: trained, main: trainMain });
  const header = scriptHeader(`${what}${freeRemark(walked)}`, experiment, address);
  return walksPython({ header, points: walked, report: printed });
}
