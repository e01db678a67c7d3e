import { codecs } from '#experiment/codecs/codecs.ts';
import { type Experiment, isParameterKey, type ParameterKey } from '#experiment/experiment.ts';
import { pinKeys } from './pinKeys.ts';
import { pinPairs, pinText, pinTexts } from './pinPairs.ts';

function valueText<K extends ParameterKey>(experiment: Experiment, key: K): string {
  return codecs[key].serialize(experiment[key]);
}

/** What an experiment is kept as: all that decides its walks and its training, as text. */
export const pinOf = (experiment: Experiment): string =>
  pinText(pinKeys().map((key) => [key, valueText(experiment, key)]));

/** The pins of a list that leaves out what is as in the experiment beside it. */
export function wholePins(list: string, beside: Experiment): string {
  const own = pinKeys().map((key) => [key, valueText(beside, key)] as const);
  return pinTexts(list)
    .map((pin) => pinText(new Map([...own, ...pinPairs(pin)])))
    .join(',');
}

/** What a pin has other than the experiment beside it, key by key, in the order of the link. */
export function pinDifferences(
  pin: string,
  beside: Experiment,
): readonly (readonly [key: ParameterKey, text: string])[] {
  return [...pinPairs(pin)].flatMap(([key, text]) =>
    isParameterKey(key) && text !== valueText(beside, key) ? [[key, text] as const] : [],
  );
}

/** An experiment's pins as the link has them: only what differs from the experiment itself. */
export const shortPins = (experiment: Experiment): string =>
  experiment.pins.map((pin) => pinText(pinDifferences(pin, experiment))).join(',');

function withText<K extends ParameterKey>(experiment: Experiment, key: K, text: string): Experiment {
  const parsed = codecs[key].parse(text);
  return parsed.kind === 'unreadable' ? experiment : { ...experiment, [key]: parsed.value };
}

/** The experiment that a pin stands for, on the page of the one beside it; nothing is pinned there. */
export function pinnedExperiment(pin: string, beside: Experiment): Experiment {
  return pinDifferences(pin, beside).reduce<Experiment>(
    (experiment, [key, text]) => withText(experiment, key, text),
    { ...beside, pins: [] },
  );
}
