/** A number within a text, and how people read it. */
interface ShownNumber {
  readonly as: /** In full, thousands apart. */
    | 'count'
    | 'percent'
    /** A percentage that keeps its first digit when it is small. */
    | 'finePercent'
    /** e^value as a factor of a norm. */
    | 'factor'
    /** e^value, small powers of ten as plain numbers. */
    | 'power'
    /** To three digits, without zeros at the end. */
    | 'short';
  readonly value: number;
}

/** A value within a text; a bare number is a whole one, null is left out. The page writes it. */
export type Shown =
  | number
  | null
  | ShownNumber
  | { readonly as: 'digits'; readonly value: number; readonly digits: number }
  | { readonly as: 'measured'; readonly value: number; readonly error: number };

/** A phrase of the sweep's words by its key, with the values of its `{name}`s. */
export type Phrase = readonly [key: string, values?: Readonly<Record<string, Shown>>];

/** Phrases and values one after another, with nothing between them. */
export type Text = readonly (Phrase | Shown)[];

/** A value to so many significant digits. */
export const digits = (value: number, count: number): Shown => ({ as: 'digits', value, digits: count });

export const percent = (value: number): Shown => ({ as: 'percent', value });
