import { type Experiment, type ParameterKey, parameterKeys } from '#experiment/experiment.ts';
import type { Parameter, Restarted } from '#experiment/schema/parameter.ts';
import { schema } from '#experiment/schema.ts';

type Schema = typeof schema;

/** Keys whose change begins a run of one kind anew. */
export type RestartKey<R extends Restarted> = {
  [K in ParameterKey]: R extends Schema[K]['restarts'][number] ? K : never;
}[ParameterKey];

const restarts =
  <R extends Restarted>(run: R) =>
  (key: ParameterKey): key is RestartKey<R> =>
    schema[key].restarts.some((one) => one === run);

/** Keys whose change begins a run of one kind anew, in the order of the link. */
export function restartKeys<R extends Restarted>(run: R): readonly RestartKey<R>[] {
  return parameterKeys.filter(restarts(run));
}

/** An engine's name for a key: the table's, or the link's where it has no other. */
type SettingName<K extends ParameterKey> = Schema[K] extends { setting: infer S }
  ? S extends string
    ? S
    : never
  : K;

/** Some of an experiment's values under the engines' names. */
export type SettingsOf<K extends ParameterKey> = { readonly [P in K as SettingName<P>]: Experiment[P] };

/** The values of some keys under the names that the engines and theory have for them; the table names each once. */
export function settingsOf<K extends ParameterKey>(
  experiment: Experiment,
  keys: readonly K[],
): SettingsOf<K> {
  const named = keys.flatMap((key) => {
    const row: Parameter = schema[key];
    return row.setting === null ? [] : [[row.setting ?? key, experiment[key]] as const];
  });
  // Entries lose the pairing of names and values that the mapped type keeps.
  return Object.fromEntries(named) as SettingsOf<K>;
}
