import { endTheory } from '#run/sweeps/pointTheory.ts';
import type { Quantity } from '#run/sweeps/quantity.ts';
import type { WalkRow } from '#run/sweeps/sweepTable.ts';
import { driftEstimate } from './estimates.ts';

/** Drift of ln Z a layer, over the whole depth. */
export const drift: Quantity<WalkRow, 'drift'> = {
  name: 'drift',
  measured: ({ point, walked }) => walked && driftEstimate(walked, point.settings.depth),
  theory: ({ point }) => {
    const { mean } = endTheory(point);
    return mean === null ? null : mean / point.settings.depth;
  },
};
