import { trainSettings } from '#experiment/derived/trainSettings.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { isPlain } from './pointData.ts';
import { startPython } from './startPython.ts';
import { trainingPython } from './trainingPython.ts';

const heads = `    print(f"{'step':>6} {'loss':>12} {'error':>12} {'held-out loss':>14} {'held-out error':>15}", flush=True)`;

const main = (looksAtStart: boolean) => [
  `def report(step, losses, errors, held_out):
    print(f"{step:6d} {last_tenth(losses):12.4f} {last_tenth(errors):12.4f} {held_out[0]:14.4f} {held_out[1]:15.4f}",
          flush=True)`,
  `def main():
${looksAtStart ? '' : `${heads}\n`}    losses, errors, held_out = train(SimpleNamespace(**SHARED, **POINTS[0]), report${looksAtStart ? ', look_at_start' : ''})
    print(f"loss {losses[0]:.4f} -> {last_tenth(losses):.4f} (mean of the last tenth), held-out error {held_out[1]:.4f}")`,
];

/** The train view's experiment as a PyTorch script. */
export function trainScript(experiment: Experiment, found: FoundGains, address: string): string {
  const what = 'Trains a very deep feed-forward network by mini-batches.';
  const settings = trainSettings(experiment, found, 0);
  const start = isPlain(settings) ? [startPython(experiment, found, heads)] : [];
  const parts = [...start, ...main(start.length > 0)];
  return trainingPython({ what, experiment, address, points: [settings], main: parts });
}
