import { createStore } from 'zustand/vanilla';
import type { LanguageName } from '#experiment/language.ts';
import type { LinkPair } from '#experiment/link/linkPair.ts';

/** Where a number was written, which decides what its signs mean. */
export interface NumberContext {
  /** Whether only whole numbers make sense there. */
  readonly isWhole: boolean;
  /** The language it was typed in; absent where any may have been: in links and files. */
  readonly language?: LanguageName | undefined;
}

/** What a text says as a number. */
export type TypedNumber =
  | {
      readonly kind: 'number';
      readonly value: number;
      /** Whether thousands were separated, or a fraction or a root was to be computed. */
      readonly isRewritten: boolean;
    }
  /** It may be either of two. */
  | { readonly kind: 'ambiguous'; readonly values: readonly [decimal: number, grouped: number] }
  | { readonly kind: 'none' };

/** What a text says as whole numbers in a row. */
export type TypedWidths =
  | { readonly kind: 'widths'; readonly widths: readonly number[]; readonly isRewritten: boolean }
  | Exclude<TypedNumber, { kind: 'number' }>;

/** What an address says. */
export interface AddressPairs {
  /** Those of the query first: of equal keys the last holds. */
  readonly pairs: readonly LinkPair[];
  /** Whether a key stands in the query only; absent where the query says nothing. */
  readonly isForeign?: (key: string) => boolean;
}

/** A window's address, taken apart. */
export interface ReadLocation {
  /** The link, from `?` or `#` on. */
  readonly link: string;
  /** What stands before a link that is written: empty where the address can stay as it is. */
  readonly before: string;
}

/** How texts are read that are not as the app writes them: typed numbers, and links that suffered on their way. */
export interface Lenience {
  readNumber(text: string, context: NumberContext): TypedNumber;
  readWidths(text: string): TypedWidths;
  addressPairs(address: string): AddressPairs;
  /** The pairs without what programs add, each key as it was sent. */
  sentPairs(pairs: readonly LinkPair[]): readonly LinkPair[];
  /** The pair with its value as it was sent. */
  mendedPair(pair: LinkPair): LinkPair;
  readLocation(location: Location): ReadLocation;
}

/**
 * What is loaded of it: no first picture waits for it, unless its link needs it (`main.tsx`). Without it such a text is
 * not understood, and that is said.
 */
const loaded = createStore<{ readonly lenience: Lenience | null }>()(() => ({ lenience: null }));

export const lenience = (): Lenience | null => loaded.getState().lenience;

/** Reads leniently from now on; with null as before. */
export const beLenient = (lenient: Lenience | null): void => loaded.setState({ lenience: lenient });
