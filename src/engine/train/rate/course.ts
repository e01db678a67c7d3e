/** What the losses of a run have come to; grows with nothing. */
export interface Course {
  /** The newest losses, oldest first, at most a window of them. */
  readonly recent: readonly number[];
  /** Lowest mean of a window so far. */
  readonly best: number;
  /** Newest steps in a row at whose end that mean lay outside what a bearable rate allows. */
  readonly outside: number;
  /** All such steps so far. */
  readonly spikes: number;
}

export const noCourse: Course = { recent: [], best: Number.POSITIVE_INFINITY, outside: 0, spikes: 0 };
