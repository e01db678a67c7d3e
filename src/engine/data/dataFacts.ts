/** How a script comes by a data set. */
export interface DataScript {
  /** What of Python's own library its reading needs. */
  readonly modules: readonly string[];
  /** Defines `load_data()`: (train, held out), each (inputs, labels). */
  readonly load: string;
  /** The arguments that it takes on the command line, as lines of Python; empty for none. */
  readonly parameters: string;
  /** Said in the header where the page's data set has no twin in Python. */
  readonly remark: string;
}

/** What is known of a data set before it is there: all that the page and its scripts ask. */
export interface DataFacts {
  readonly classes: number;
  /** Half the side of the plane that its points lie in, raw units; null for pictures. Classes are drawn over a plane. */
  readonly planeExtent: number | null;
  readonly script: DataScript;
}
