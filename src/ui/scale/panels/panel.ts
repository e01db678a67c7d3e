import type { MapPlotData } from '#plots/mapPlotData.ts';
import type { SweepPlotData } from '#plots/sweepPlotData.ts';
import type { SweepPlan } from '#run/sweeps/sweepPlan.ts';
import type { SweepMoment } from '#ui/scale/sweepScene.ts';

/** A figure of a sweep as data, but for its size and style. */
export type CurvePanel = (moment: SweepMoment) => Omit<SweepPlotData, 'size' | 'style'>;
export type MapPanel = (moment: SweepMoment) => Omit<MapPlotData, 'size' | 'style'>;

/** Works something out once for a plan: theory does not change while points arrive. */
export function oncePerPlan<R>(compute: (moment: SweepMoment) => R): (moment: SweepMoment) => R {
  const known = new WeakMap<SweepPlan, { readonly answer: R }>();
  return (moment) => {
    const found = known.get(moment.record.plan);
    if (found) return found.answer;
    const answer = compute(moment);
    known.set(moment.record.plan, { answer });
    return answer;
  };
}

/** Numbers from low to high in equal ratios. */
export function logSpace(low: number, high: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => low * (high / low) ** (i / (count - 1)));
}
