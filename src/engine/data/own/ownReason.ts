/** Why files are no data set, or why a set of the user's own is not to be had. */
export type OwnReason =
  /** A page of the web under the name of a file. */
  | { readonly code: 'webPage' | 'notText' | 'notNpy' | 'unknownKind'; readonly file: string }
  /** Two different files for one part of a set. */
  | { readonly code: 'twice'; readonly files: readonly string[] }
  /** An IDX file of other numbers than bytes, by the number of its type. */
  | { readonly code: 'idxType'; readonly file: string; readonly type: number }
  /** The first line of a table holds numbers, not names. */
  | { readonly code: 'noHead'; readonly file: string; readonly first: string }
  | { readonly code: 'sameColumn'; readonly file: string; readonly column: string }
  | {
      readonly code: 'ragged';
      readonly file: string;
      readonly row: number;
      readonly found: number;
      readonly expected: number;
    }
  | { readonly code: 'openQuote'; readonly file: string; readonly row: number }
  | {
      readonly code: 'notNumber';
      readonly file: string;
      readonly column: string;
      readonly row: number;
      readonly cell: string;
    }
  | { readonly code: 'noInputs' | 'noLabels'; readonly given: readonly string[] }
  | { readonly code: 'npyType'; readonly file: string; readonly type: string }
  | { readonly code: 'labelShape'; readonly file: string; readonly dimensions: readonly number[] }
  | { readonly code: 'notFinite'; readonly file: string; readonly row: number }
  | { readonly code: 'notWhole'; readonly file: string; readonly row: number; readonly value: number }
  /** The parts to learn and to hold out do not have the same inputs. */
  | { readonly code: 'unlike'; readonly train: string; readonly heldOut: string }
  | { readonly code: 'mixed'; readonly files: readonly string[] }
  | {
      readonly code: 'tooMany';
      readonly what: 'rows' | 'inputs' | 'classes' | 'numbers';
      readonly found: number;
      readonly most: number;
    }
  | { readonly code: 'fewSamples' | 'oneClass'; readonly name: string }
  /** What a link asks for is not in this browser; empty where it names none. */
  | { readonly code: 'ownNotHere'; readonly own: string }
  /** What was read is no longer in the worker. */
  | { readonly code: 'draftGone' };
