/** Where a rising function crosses zero, between its last negative and its first positive argument found. */
export interface Bracket {
  readonly below: number;
  readonly above: number;
}

/** Steps of the false position before plain halving takes over: a function with a jump gains nothing from its values. */
const quickSteps = 14;

/**
 * Brackets the zero of a rising function on [low, high] to `tolerance`, or stops where |f| < `negligible`: then both ends
 * are that argument. False position with halved weights (the "Illinois" rule, Dowell & Jarratt 1971), then bisection.
 */
export function monotoneRoot(
  f: (x: number) => number,
  low: number,
  high: number,
  tolerance: number,
  negligible: number,
): Bracket {
  let [below, above] = [low, high];
  let [atBelow, atAbove] = [f(low), f(high)];
  let side = 0;
  for (let step = 0; above - below > tolerance; step++) {
    const middle = (below + above) / 2;
    const guess = (atAbove * below - atBelow * above) / (atAbove - atBelow);
    const isInside = guess > below && guess < above;
    const x = step < quickSteps && isInside ? guess : middle;
    if (x <= below || x >= above) break;
    const value = f(x);
    if (Math.abs(value) < negligible) return { below: x, above: x };
    if (value < 0) {
      [below, atBelow] = [x, value];
      if (side < 0) atAbove /= 2;
      side = -1;
    } else {
      [above, atAbove] = [x, value];
      if (side > 0) atBelow /= 2;
      side = 1;
    }
  }
  return { below, above };
}
