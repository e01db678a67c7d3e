import type { ParameterKey } from '#experiment/experiment.ts';
import { parameterKeys, parameters } from '#experiment/parameters.ts';

function row<K extends ParameterKey>(key: K): string {
  const { codec, default: standard, help, unit } = parameters[key];
  const domain = unit === '' ? codec.domain : `${codec.domain} ${unit}`;
  return `| \`${key}\` | ${domain} | ${codec.serialize(standard)} | ${help} |`;
}

/** The link's keys as a Markdown table: the README shows exactly this. */
export function linkTable(): string {
  return ['| key | values | default | meaning |', '|---|---|---|---|', ...parameterKeys.map(row)].join('\n');
}
