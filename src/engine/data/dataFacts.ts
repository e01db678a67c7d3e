import type { OwnLimits } from './own/ownLimits.ts';

/** Data in Python. */
export interface PythonData {
  /** Defines `load_data()`: (train, held out), each (inputs, labels). */
  readonly code: string;
  /** Said in the script's header; empty for nothing. */
  readonly remark: string;
  /** An argument of the command line that the code reads; null for none. */
  readonly argument: string | null;
}

/** What is known of a data set before it is there: all that the page and its scripts ask. */
export interface DataFacts {
  readonly classes: number;
  /** Whether its samples are points of a plane: classes are drawn over it. */
  readonly isPlane: boolean;
  /** What the classes of sound are called, in every language; null where they are counted from 0. */
  readonly classNames: readonly string[] | null;
  /** How large it may be; null for one that is what it is. */
  readonly limits: OwnLimits | null;
  /** How a script in Python has the data; null for pictures: a script has MNIST's. */
  readonly python: PythonData | null;
}
