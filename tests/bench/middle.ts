/** The slowest and the fastest round, over the middle one. */
export type Spread = readonly [slowest: number, fastest: number];

/** The middle of some numbers, the upper one of an even count. */
export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Of the rounds of one way the middle one by its speed, with the spread of all. Throws where nothing was timed. */
export function middleRound<T>(rounds: readonly T[], speedOf: (round: T) => number): T & { spread: Spread } {
  const sorted = rounds.toSorted((a, b) => speedOf(a) - speedOf(b));
  const [middle, slowest, fastest] = [sorted[Math.floor(sorted.length / 2)], sorted[0], sorted.at(-1)];
  if (!middle || !slowest || !fastest) throw new Error('Nothing was timed.');
  return {
    ...middle,
    spread: [speedOf(slowest) / speedOf(middle), speedOf(fastest) / speedOf(middle)],
  };
}
