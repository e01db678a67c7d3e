import type { Experiment } from './experiment.ts';
import { schema } from './schema.ts';

/** The defaults of a table's rows, key by key. */
function defaultsOf<R extends Readonly<Record<string, { readonly default: unknown }>>>(rows: R) {
  const defaults = Object.entries(rows).map(([key, row]) => [key, row.default]);
  // Entries lose the pairing of keys and values that the mapped type keeps.
  return Object.fromEntries(defaults) as { readonly [K in keyof R]: R[K]['default'] };
}

/** What an empty link means. */
export const defaultExperiment: Experiment = defaultsOf(schema);
