import type { TrainSettings, Tuning } from '#engine/train/protocol.ts';
import type { Experiment, ParameterKey } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { resolvedGain } from '#experiment/gains.ts';

/** Keys of the link that a training run depends on and that begin a new one when they change. */
export const trainKeys = [
  'f',
  'weights',
  'depth',
  'width',
  'gain',
  'input',
  'bias',
  'outgain',
  'seed',
  'data',
  'task',
  'batch',
  'optimizer',
  'decay',
  'backend',
] as const satisfies readonly ParameterKey[];

/** What may change while a run goes on. */
export function tuningOf({ rate, momentum, steps }: Experiment, speed: number): Tuning {
  return { rate, momentum, steps, speed };
}

/** The training engine's settings of an experiment: the same choices with the gain as a number. */
export function trainSettings(experiment: Experiment, found: FoundGains, speed: number): TrainSettings {
  const { f, weights, depth, width, input, bias, outgain, seed, data, task, batch, optimizer, decay } =
    experiment;
  return {
    ...tuningOf(experiment, speed),
    nonlinearity: f,
    weights,
    depth,
    width,
    gain: resolvedGain(experiment, found),
    inputScale: input,
    biasDeviation: bias,
    outputGain: outgain,
    seed,
    data,
    task,
    batch,
    optimizer,
    decay,
  };
}

/** The keys, of those that begin a new run, in which two experiments differ. */
export function changedKeys(a: Experiment, b: Experiment): ParameterKey[] {
  return trainKeys.filter((key) => a[key] !== b[key]);
}
