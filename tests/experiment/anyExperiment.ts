import fc from 'fast-check';
import { codecs } from '#experiment/codecs/codecs.ts';
import { type Experiment, type ParameterKey, parameterKeys } from '#experiment/experiment.ts';
import { pinKeys } from '#experiment/pins/pinKeys.ts';
import { pinText } from '#experiment/pins/pinPairs.ts';
import type { Values } from '#experiment/schema/parameter.ts';
import { schema } from '#experiment/schema.ts';

// Links write 0, so that -0 would not survive one.
const numberIn = (min: number, max: number) => fc.double({ min, max, noNaN: true }).map((value) => value + 0);

/** Any of the values that a row of the table describes, the ends of ranges more often than chance would have them. */
export function anyValue(values: Values): fc.Arbitrary<Experiment[keyof Experiment]> {
  switch (values.kind) {
    case 'number':
      return fc.oneof(
        { weight: 4, arbitrary: numberIn(values.low, values.high) },
        { weight: 1, arbitrary: fc.constantFrom(values.low, values.high) },
      );
    case 'whole':
      return fc.oneof(
        { weight: 4, arbitrary: fc.integer({ min: values.low, max: values.high }) },
        { weight: 1, arbitrary: fc.constantFrom(values.low, values.high) },
      );
    case 'numberOrName':
      return fc.oneof(anyValue({ ...values, kind: 'number' }), anyValue({ ...values, kind: 'name' }));
    case 'name':
      return fc.constantFrom(...values.names) as fc.Arbitrary<Experiment['f']>;
    case 'names':
      return fc.subarray([...values.names]) as fc.Arbitrary<Experiment['hide']>;
    case 'widths':
      return fc.array(fc.integer({ min: 1, max: values.high }), {
        minLength: 2,
        maxLength: values.layers + 1,
      });
    case 'pins':
      return fc.array(anyPin(), { maxLength: values.most }).map((pins) => [...new Set(pins)]) as fc.Arbitrary<
        string[]
      >;
    case 'set':
      return fc.constantFrom('', 'iris-125-25-4-3-0123abcd', 'prüf_ä.1-1000000-1-16384-256-ffffffff');
  }
}

const textOf = (key: ParameterKey, value: unknown) => codecs[key].serialize(value as never);

/** An experiment to compare with. */
function anyPin(): fc.Arbitrary<string> {
  const values = Object.fromEntries(pinKeys().map((key) => [key, anyValue(schema[key].values)]));
  return fc.record(values).map((pin) => pinText(pinKeys().map((key) => [key, textOf(key, pin[key])])));
}

/** Every experiment that a link of this version can state. */
export const anyExperiment = fc.record(
  Object.fromEntries(
    parameterKeys.map((key) => [
      key,
      // Pins are read by a part that comes later: `anyComparison` has them.
      key === 'v' || key === 'pins' ? fc.constant(schema[key].default) : anyValue(schema[key].values),
    ]),
  ),
) as unknown as fc.Arbitrary<Experiment>;

/** Every experiment that a link can state, with others to compare with. */
export const anyComparison = fc
  .tuple(anyExperiment, anyValue(schema.pins.values) as fc.Arbitrary<Experiment['pins']>)
  .map(([experiment, pins]): Experiment => ({ ...experiment, pins }));
