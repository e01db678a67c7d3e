/** How a text was understood: as it stands, changed to the nearest allowed value, or not at all. */
export type Parsed<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'changed'; readonly value: T; readonly because: string }
  | { readonly kind: 'unreadable'; readonly because: string };

/** A value and its text in the link; `parse(serialize(value))` reads the same value. */
export interface Codec<T> {
  parse(text: string): Parsed<T>;
  serialize(value: T): string;
  /** The allowed values in words, for the link table and for messages. */
  readonly domain: string;
  /** Smallest and largest number, where the values are numbers. */
  readonly range?: readonly [low: number, high: number];
  /** Characters of the longest text that is read. */
  readonly longest?: number;
  /** What stands between the parts of a list. */
  readonly joint?: string;
}
