import type { LanguageName } from '#experiment/language.ts';

/** How a text was understood: as it stands, changed to the nearest allowed value, or not at all. */
export type Parsed<T> =
  /** `isRewritten` where the value is worth showing: a fraction, a root, separated thousands. */
  | { readonly kind: 'read'; readonly value: T; readonly isRewritten?: true }
  | { readonly kind: 'changed'; readonly value: T; readonly because: string }
  | { readonly kind: 'unreadable'; readonly because: string; readonly isAmbiguous?: true };

/** A value and its text in the link; `parse(serialize(value))` reads the same value. */
export interface Codec<T> {
  /** Reads a text; one that was typed says in which language. */
  parse(text: string, language?: LanguageName): Parsed<T>;
  serialize(value: T): string;
  /** Smallest and largest number, where the values are numbers. */
  readonly range?: readonly [low: number, high: number];
  /** Characters of the longest text that is read. */
  readonly longest?: number;
  /** What stands between the parts of a list. */
  readonly joint?: string;
}
