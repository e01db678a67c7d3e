import { choiceCodec } from '#experiment/codecs/choiceCodec.ts';
import { integerCodec } from '#experiment/codecs/integerCodec.ts';
import { type Experiment, type ParameterKey, viewNames } from './experiment.ts';
import { networkParameters } from './networkParameters.ts';
import { pageParameters } from './pageParameters.ts';
import type { Parameter } from './parameter.ts';
import { scaleParameters } from './scaleParameters.ts';
import { trainParameters } from './trainParameters.ts';

/** The link's schema that this app writes. */
export const linkVersion = 1;

/** The one table of parameters, in the order of the link. */
export const parameters: { readonly [K in ParameterKey]: Parameter<Experiment[K]> } = {
  v: {
    label: 'link version',
    unit: '',
    default: linkVersion,
    codec: integerCodec(1, 1_000_000),
    help: 'Version of the link’s schema; a newer one opens with what this app understands.',
  },
  view: {
    label: 'view',
    unit: '',
    default: 'walk',
    codec: choiceCodec(viewNames),
    help: 'Which page the link opens.',
  },
  ...networkParameters,
  ...trainParameters,
  ...scaleParameters,
  ...pageParameters,
};

export function isParameterKey(key: string): key is ParameterKey {
  return Object.hasOwn(parameters, key);
}

export const parameterKeys: readonly ParameterKey[] = Object.keys(parameters).filter(isParameterKey);
