import { type Experiment, type ParameterKey, parameterKeys } from '#experiment/experiment.ts';
import type { ValueOf, Values } from '#experiment/schema/parameter.ts';
import { schema } from '#experiment/schema.ts';
import { choiceCodec } from './choiceCodec.ts';
import type { Codec } from './codec.ts';
import { integerCodec } from './integerCodec.ts';
import { listCodec } from './listCodec.ts';
import { numberCodec } from './numberCodec.ts';
import { numberOrNameCodec } from './numberOrNameCodec.ts';
import { widthsCodec } from './widthsCodec.ts';

function codecOf(values: Values): Codec<ValueOf<Values>> {
  switch (values.kind) {
    case 'number':
      return numberCodec(values.low, values.high);
    case 'whole':
      return integerCodec(values.low, values.high);
    case 'numberOrName':
      return numberOrNameCodec(values.low, values.high, values.names);
    case 'name':
      return choiceCodec(values.names);
    case 'names':
      return listCodec(values.names);
    case 'widths':
      return widthsCodec(values.high, values.layers);
  }
}

type Codecs = { readonly [K in ParameterKey]: Codec<Experiment[K]> };

/** How every parameter is read from a text and written as one. */
export const codecs = Object.fromEntries(
  // Each codec is made from the very values that its key's type is made from.
  parameterKeys.map((key) => [key, codecOf(schema[key].values)]),
) as Codecs;
