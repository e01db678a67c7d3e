import type { Codec } from '#experiment/codecs/codec.ts';
import { codecs } from '#experiment/codecs/codecs.ts';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import type { Experiment, ParameterKey } from '#experiment/experiment.ts';
import { parameterKeys } from '#experiment/experiment.ts';
import { schema } from '#experiment/schema.ts';

function row<K extends ParameterKey>(key: K): string {
  const { help, unit } = schema[key];
  const codec: Codec<Experiment[K]> = codecs[key];
  const domain = unit === '' ? codec.domain : `${codec.domain} ${unit}`;
  return `| \`${key}\` | ${domain} | ${codec.serialize(defaultExperiment[key])} | ${help} |`;
}

/** The link's keys as a Markdown table: the README shows exactly this. */
export function linkTable(): string {
  return ['| key | values | default | meaning |', '|---|---|---|---|', ...parameterKeys.map(row)].join('\n');
}
