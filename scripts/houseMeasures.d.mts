/** A measure of the house. */
export interface HouseMeasure {
  readonly name: string;
  readonly value: number;
  readonly limit: number;
  /** What makes the value what it is, or what breaks the limit. */
  readonly offenders: readonly string[];
  readonly holds: boolean;
}

export function houseMeasures(): HouseMeasure[];
