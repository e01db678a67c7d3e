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
  /** Half the side of the plane that its points lie in, raw units; null for pictures and sound. Classes are drawn over a plane. */
  readonly planeExtent: number | null;
  /** What the classes of sound are called, in every language; null where they are counted from 0. */
  readonly classNames: readonly string[] | null;
  /** How large it may be; null for one that is what it is. */
  readonly limits: OwnLimits | null;
  /** How a script in Python has the data; null for pictures: a script has MNIST's. */
  readonly python: PythonData | null;
}
