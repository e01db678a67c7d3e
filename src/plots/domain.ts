/** The ends of an axis, in the units of what stands on it. */
export type Domain = readonly [low: number, high: number];

/** Ends beyond this are drawn as this: float64 has no fractions there, and an axis no ticks. */
export const farthest = 1e15;
/** An axis shorter than this, or than this share of its ends, cannot tell its own ticks apart. */
const shortest = 1e-12;
export const shortestShare = 1e-9;

/** As far as an axis goes. */
export const within = (value: number) => Math.max(-farthest, Math.min(farthest, value));

/**
 * The domain as an axis can show it: two finite ends, the low one first, far enough apart to hold ticks. An end that is
 * no finite number makes it `otherwise`, which must be sound itself.
 */
export function soundDomain([one, other]: Domain, otherwise: Domain): Domain {
  if (!Number.isFinite(one) || !Number.isFinite(other)) return otherwise;
  const [low, high] = [within(Math.min(one, other)), within(Math.max(one, other))];
  const least = Math.max(shortest, shortestShare * Math.max(Math.abs(low), Math.abs(high)));
  if (high - low >= least) return [low, high];
  const middle = (low + high) / 2;
  const half = Math.max(shortest, 1e-3 * Math.abs(middle));
  return [middle - half, middle + half];
}

/** The smallest domain that holds `at least` and every finite one of the values. */
export function computeExtent(values: Iterable<number>, atLeast: Domain): Domain {
  let [low, high] = atLeast;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}
