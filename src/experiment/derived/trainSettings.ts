import type { TrainSettings, Tuning } from '#engine/train/trainSettings.ts';
import { type Experiment, type ParameterKey, parameterKeys } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { resolvedGain } from '#experiment/gains.ts';
import { schema } from '#experiment/schema.ts';
import { restartKeys, settingsOf } from './settingsOf.ts';

type Schema = typeof schema;

/** Keys of the link that a training run depends on and that begin a new one when they change. */
const trainKeys = restartKeys('train');

type TuningKey<T> = { [K in ParameterKey]: Schema[K] extends { tunes: T } ? K : never }[ParameterKey];

const tunes =
  <T extends 'course' | 'end'>(what: T) =>
  (key: ParameterKey): key is TuningKey<T> =>
    'tunes' in schema[key] && schema[key].tunes === what;

/** Keys that change what a training run does from the next step on: the link alone does not repeat such a run. */
export const courseKeys = parameterKeys.filter(tunes('course'));
const tuningKeys = [...courseKeys, ...parameterKeys.filter(tunes('end'))] as const;

/** What may change while a run goes on. */
export function tuningOf(experiment: Experiment, speed: number): Tuning {
  return { ...settingsOf(experiment, tuningKeys), speed };
}

/** The training engine's settings of an experiment: the same choices with the gain as a number. */
export function trainSettings(experiment: Experiment, found: FoundGains, speed: number): TrainSettings {
  return {
    ...tuningOf(experiment, speed),
    ...settingsOf(experiment, trainKeys),
    gain: resolvedGain(experiment, found),
  };
}

/** The keys, of those that begin a new run, in which two experiments differ. */
export function changedKeys(a: Experiment, b: Experiment): ParameterKey[] {
  return trainKeys.filter((key) => a[key] !== b[key]);
}

/** Whether a run that goes on has to be told of the change from one experiment to another. */
export function isTuned(a: Experiment, b: Experiment): boolean {
  return tuningKeys.some((key) => a[key] !== b[key]);
}
