import type { SweepName } from '#experiment/experiment.ts';
import type { SweepDefinition } from '#run/sweeps/definition.ts';

/** Every definition, by the name of its file; it is exported under the same name. */
const files = import.meta.glob<Readonly<Record<string, SweepDefinition>>>(
  ['./*.ts', '!./sweepDefinition.ts'],
  { eager: true },
);

/** The sweep of a name in the link; page, API and Python read the same. */
export function sweepDefinition(name: SweepName): SweepDefinition {
  const found = files[`./${name}.ts`]?.[name];
  if (!found) throw new Error(`The sweep ${name} has no definition.`);
  return found;
}
