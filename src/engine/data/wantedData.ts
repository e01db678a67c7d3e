import type { DataName } from './dataNames.ts';

/** Which data set is asked for: its name, and of the user's own which one. */
export interface WantedData {
  readonly data: DataName;
  readonly own: string;
}
