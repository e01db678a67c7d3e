import type { WalkDensity } from './walkDensity.ts';

/** ln Z within this of 0: a norm within a factor of 10. */
export const factorOfTen = 2 * Math.LN10;

/** Share of a density's mass with |ln Z| <= halfWidth, by the trapezoid rule with cut end panels. */
export function shareWithin({ lnZ, density }: WalkDensity, halfWidth: number): number {
  let share = 0;
  for (let i = 0; i + 1 < lnZ.length; i++) {
    const from = lnZ[i] ?? 0;
    const to = lnZ[i + 1] ?? 0;
    const left = Math.max(from, -halfWidth);
    const right = Math.min(to, halfWidth);
    if (right <= left) continue;
    const at = (x: number) =>
      (density[i] ?? 0) + (((density[i + 1] ?? 0) - (density[i] ?? 0)) * (x - from)) / (to - from);
    share += (right - left) * 0.5 * (at(left) + at(right));
  }
  return Math.min(1, share);
}
