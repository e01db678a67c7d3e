import type { WalkDensity } from './walkDensity.ts';

/** The median of ln Z over living walks, from its density: where half of the mass lies below, by linear panels. */
export function walkMedian({ lnZ, density }: WalkDensity): number {
  const panels = Array.from({ length: Math.max(0, lnZ.length - 1) }, (_, i) => {
    const width = (lnZ[i + 1] ?? 0) - (lnZ[i] ?? 0);
    return 0.5 * width * ((density[i] ?? 0) + (density[i + 1] ?? 0));
  });
  const half = 0.5 * panels.reduce((sum, mass) => sum + mass, 0);
  let below = 0;
  for (const [i, mass] of panels.entries()) {
    if (below + mass >= half) {
      const from = lnZ[i] ?? 0;
      const [left, right] = [density[i] ?? 0, density[i + 1] ?? 0];
      const width = (lnZ[i + 1] ?? 0) - from;
      // The mass within a panel of a linear density is quadratic in the distance from its left end.
      const slope = (right - left) / width;
      const missing = half - below;
      const root = Math.sqrt(Math.max(0, left * left + 2 * slope * missing));
      return from + (left + root > 0 ? (2 * missing) / (left + root) : width);
    }
    below += mass;
  }
  return lnZ[lnZ.length - 1] ?? 0;
}
