import type { Codec } from '#experiment/codecs/codec.ts';
import type { Experiment, ParameterKey } from './experiment.ts';

/** One thing the user can choose; the slider, the link, the README's table and the validator are views of it. */
export interface Parameter<T> {
  readonly label: string;
  /** Unit of the value; empty where it is a pure number or a word. */
  readonly unit: string;
  readonly default: T;
  readonly codec: Codec<T>;
  /** One sentence for whoever does not know the word. */
  readonly help: string;
}

/** Some rows of the table of parameters. */
export type ParameterRows<K extends ParameterKey> = { readonly [P in K]: Parameter<Experiment[P]> };
