import type { ValueOf } from '#experiment/schema/parameter.ts';
import { schema } from './schema.ts';

type Schema = typeof schema;

export type ParameterKey = keyof Schema;

/** Everything the user chose, named as in the link: a value of every row of the table. */
export type Experiment = { readonly [K in ParameterKey]: ValueOf<Schema[K]['values']> };

/** A gain as the user states it: a number, or the name of a rule that gives one. */
export type GainChoice = Experiment['gain'];
export type View = Experiment['view'];
export type Theme = Experiment['theme'];
export type SweepName = Experiment['sweep'];
/** Layer widths n_0..n_D of one's own: at least one layer. */
export type Widths = Experiment['widths'];
/** What a link may hide from a class. */
export type Hideable = Experiment['hide'][number];

export function isParameterKey(key: string): key is ParameterKey {
  return Object.hasOwn(schema, key);
}

/** The keys of the link, in its order. */
export const parameterKeys: readonly ParameterKey[] = Object.keys(schema).filter(isParameterKey);
