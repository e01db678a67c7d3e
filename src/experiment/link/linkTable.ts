import type { Codec } from '#experiment/codecs/codec.ts';
import { codecs } from '#experiment/codecs/codecs.ts';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import type { Experiment, ParameterKey } from '#experiment/experiment.ts';
import { parameterKeys } from '#experiment/experiment.ts';
import { samePin } from '#experiment/pins/pinPairs.ts';
import type { Values } from '#experiment/schema/parameter.ts';
import { schema } from '#experiment/schema.ts';

/** How a pin is written. */
const pinForms = [samePin, 'key:value:key:value'];

/** The values that a row allows, in words. */
function domainOf(values: Values): string {
  switch (values.kind) {
    case 'number':
    case 'whole':
      return `${values.low}..${values.high}`;
    case 'numberOrName':
      return `${values.low}..${values.high}, or ${values.names.join(', ')}`;
    case 'name':
      return values.names.join(', ');
    case 'names':
      return `comma list of ${values.names.join(', ')}`;
    case 'widths':
      return `2..${values.layers + 1} widths of 1..${values.high}, joined by -`;
    case 'set':
      return 'name-learned-heldOut-inputs-classes-checksum';
    case 'pins':
      return `comma list of ${pinForms.join(', ')}`;
  }
}

function row<K extends ParameterKey>(key: K): string {
  const { help, unit, values } = schema[key];
  const codec: Codec<Experiment[K]> = codecs[key];
  const domain = unit === '' ? domainOf(values) : `${domainOf(values)} ${unit}`;
  return `| \`${key}\` | ${domain} | ${codec.serialize(defaultExperiment[key])} | ${help} |`;
}

/** The link's keys as a Markdown table: the README shows exactly this. */
export function linkTable(): string {
  return ['| key | values | default | meaning |', '|---|---|---|---|', ...parameterKeys.map(row)].join('\n');
}
