import type { Place } from '#run/sweeps/figures/drawing.ts';

/** What great depth makes of ln Z: proportional to it, to a root of it, to its logarithm, or nothing any more. */
export const fates = ['exponential', 'stretched', 'power', 'flat'] as const;
export type Fate = (typeof fates)[number];

/** A change of ln Z that counts: a factor e. */
const least = 1;
/** ln Z goes like such a power of the depth, of which a logarithm's goes to nothing. */
const straight = 0.7;
const bent = 0.3;

/** Whether a line bends over from its last half decade but one to the last, whatever it began with: below the 0.7th power of the depth. */
function bendsOver(places: readonly Place[], [depth, lnZ]: Place, [atDepth, at]: Place): boolean {
  const first = places.findLast(([other]) => 3 * other <= atDepth);
  if (!first) return false;
  const growth = (lnZ - at) / (at - first[1]);
  const ofPower = (depth ** straight - atDepth ** straight) / (atDepth ** straight - first[0] ** straight);
  return growth >= 0 && growth < ofPower;
}

/** By the last half decade of a line, depth and ln Z, rising in depth; null for one too short. */
export function fateOf(places: readonly Place[]): Fate | null {
  const last = places.at(-1);
  const before = last && places.findLast(([depth]) => 3 * depth <= last[0]);
  if (!last || !before) return null;
  if (Math.abs(last[1] - before[1]) < least) return 'flat';
  // One that comes back to zero goes nowhere.
  const isBack = last[1] * before[1] > 0 || Math.abs(last[1]) < least;
  if (isBack && Math.abs(last[1]) < Math.abs(before[1])) return 'flat';
  const exponent = Math.log(Math.abs(last[1] / before[1])) / Math.log(last[0] / before[0]);
  if (exponent > straight || last[1] * before[1] <= 0) {
    return bendsOver(places, last, before) ? 'stretched' : 'exponential';
  }
  return exponent > bent ? 'stretched' : 'power';
}
