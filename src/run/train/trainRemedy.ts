import { driftAt } from '#experiment/derived/driftCurve.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { namedGains, resolvedGain } from '#experiment/gains.ts';
import type { TrainRecord } from './trainRecord.ts';

/** A change that should keep a run within float32, and why. */
export type Remedy =
  | { readonly kind: 'gain'; readonly gain: number; readonly change: Partial<Experiment> }
  | { readonly kind: 'rate'; readonly rate: number; readonly change: Partial<Experiment> };

/** ln Z over the whole depth beyond which a gain, not a learning rate, is to blame: the first layers' gradients are off by 150. */
const wildDrift = 10;

/** What to change after a run left float32: the gain if it drifts, or broke at once; otherwise the learning rate. */
export function trainRemedy({ experiment, diverged }: TrainRecord, found: FoundGains): Remedy | null {
  if (!diverged) return null;
  const best = namedGains(experiment, found).auto.value;
  const drift = Math.abs(driftAt(experiment, resolvedGain(experiment, found)) * experiment.depth);
  const isOff = Math.abs(Math.log(resolvedGain(experiment, found) / best)) > 1e-6;
  if (isOff && (diverged.step === 0 || drift > wildDrift)) {
    return { kind: 'gain', gain: best, change: { gain: 'auto' } };
  }
  // Divergence grows by a factor a step: a tenth is well below the border that a rate near it has crossed.
  const rate = Math.max(1e-6, Number((experiment.rate / 10).toPrecision(2)));
  return { kind: 'rate', rate, change: { rate } };
}
