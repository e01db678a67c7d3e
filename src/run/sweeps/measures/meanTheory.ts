import { gainSetting } from '#experiment/derived/gainSetting.ts';
import { oncePer } from '#experiment/derived/oncePer.ts';
import type { WalkPoint } from '#run/sweeps/sweepPoint.ts';
import { logMeanZPerLayer } from '#theory/logMeanZ.ts';
import { walkDensity } from '#theory/walkDensity.ts';
import { walkMedian } from '#theory/walkMedian.ts';
import { walkTheory } from '#theory/walkTheory.ts';

/** What theory says of Z at some layers of a point; logarithms. */
export interface MeanTheory {
  readonly layers: readonly number[];
  /** ln E Z, dead walks included; null where it has no formula. */
  readonly logMean: readonly number[] | null;
  /** <ln Z>: the logarithm of the typical Z. */
  readonly typical: readonly number[];
  /** ln of the median of Z over living walks; null where no density is known. */
  readonly logMedian: readonly number[] | null;
}

const shownLayers = 16;

/** About sixteen layers, the first and the last included. */
function meanLayers(depth: number): readonly number[] {
  const steps = Math.min(depth, shownLayers);
  return Array.from({ length: steps + 1 }, (_, i) => Math.round((i * depth) / steps));
}

function medianAt(point: WalkPoint, layer: number): number | null {
  if (layer === 0) return 0;
  const { nonlinearity, weights, width, gain } = point.settings;
  const density = walkDensity({ nonlinearity, weights, depth: layer, width, gain });
  return density && walkMedian(density);
}

/** Mean, typical value and median of Z along the walk, worked out once. */
export const meanTheory = oncePer((point: WalkPoint): MeanTheory => {
  const { experiment, settings } = point;
  const { nonlinearity, depth, gain, biasDeviation } = settings;
  const { kind, mean } = walkTheory({ ...gainSetting(experiment), gain, pass: 'backward' });
  const layers = meanLayers(depth);
  const perLayer = biasDeviation === 0 ? logMeanZPerLayer(nonlinearity, gain) : null;
  const medians = kind === 'exact' ? layers.map((layer) => medianAt(point, layer)) : [];
  const logMedian = medians.filter((median) => median !== null);
  return {
    layers,
    logMean: perLayer === null ? null : layers.map((layer) => layer * perLayer),
    typical: layers.map((layer) => mean[layer] ?? 0),
    logMedian: logMedian.length === layers.length ? logMedian : null,
  };
});
