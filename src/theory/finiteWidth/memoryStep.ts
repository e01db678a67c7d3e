import type { UnitAverages } from '#theory/unitAverages.ts';

export interface MemoryStep {
  readonly keeps: number;
  readonly gains: number;
}

/** R_d = gains + keeps R_(d+1): M_c/C - 1 and S_c^2/(F C) in terms of the slopes of ln F and ln C. */
export function memoryStep({
  share,
  moments,
}: {
  readonly share: number;
  readonly moments: UnitAverages;
}): MemoryStep {
  const { growthSlope, logGrowth, logSlope, slopeSlope } = moments;
  return {
    keeps: share * growthSlope ** 2 * Math.exp(logGrowth - logSlope),
    gains: 2 * share * slopeSlope,
  };
}
