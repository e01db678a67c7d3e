/** What is known of a data set before it is there: all that the page and its scripts ask. */
export interface DataFacts {
  readonly classes: number;
  /** Half the side of the plane that its points lie in, raw units; null for pictures. Classes are drawn over a plane. */
  readonly planeExtent: number | null;
  /** Defines `load_data()` in Python: (train, held out), each (inputs, labels). Null for pictures: a script has MNIST's. */
  readonly python: string | null;
}
