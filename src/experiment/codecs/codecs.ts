import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { type Experiment, type ParameterKey, parameterKeys } from '#experiment/experiment.ts';
import type { ValueOf, Values } from '#experiment/schema/parameter.ts';
import { schema } from '#experiment/schema.ts';
import { choiceCodec } from './choiceCodec.ts';
import type { Codec } from './codec.ts';
import { integerCodec } from './integerCodec.ts';
import { listCodec } from './listCodec.ts';
import { numberCodec } from './numberCodec.ts';
import { numberOrNameCodec } from './numberOrNameCodec.ts';
import { pinsCodec } from './pinsCodec.ts';
import { setCodec } from './setCodec.ts';
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
    case 'set':
      return setCodec;
    case 'pins':
      return pinsCodec(values.most);
  }
}

/** No value but a list has a longer text. */
export const longestText = 64;

/** No pin is longer: each of its keys with a value. */
const longestPin = 1000;

/** Characters of the longest list that means something, and room for spaces. */
function longestOf(values: Values): number {
  if (values.kind === 'names') return Math.max(longestText, 2 * values.names.join().length);
  if (values.kind === 'pins') return values.most * longestPin;
  if (values.kind === 'widths') return (values.layers + 1) * (String(values.high).length + 3);
  return longestText;
}

/** A codec that does not look at texts too long to mean anything. */
function boundedCodec<T>(codec: Codec<T>, longest: number): Codec<T> {
  return {
    ...codec,
    longest,
    parse: (text, language) =>
      text.length > longest
        ? { kind: 'unreadable', because: dictionary('experiment').because.tooLong(longest) }
        : codec.parse(text, language),
  };
}

type Codecs = { readonly [K in ParameterKey]: Codec<Experiment[K]> };

/** How every parameter is read from a text and written as one. */
export const codecs = Object.fromEntries(
  // Each codec is made from the very values that its key's type is made from.
  parameterKeys.map((key) => {
    const { values } = schema[key];
    return [key, boundedCodec(codecOf(values), longestOf(values))];
  }),
) as Codecs;
