import { pathLimit } from '#engine/walk/protocol.ts';
import { gainSetting } from '#experiment/derived/gainSetting.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { logMeanZPerLayer } from '#theory/logMeanZ.ts';
import { walkDensity } from '#theory/walkDensity.ts';
import { walkMedian } from '#theory/walkMedian.ts';
import { walkTheory } from '#theory/walkTheory.ts';
import { meanEstimate } from './estimates.ts';
import type { WalkMeasurement } from './measurement.ts';
import { theoryKind } from './pointTheory.ts';
import { type WalkPoint, walkPoint } from './sweepPoint.ts';
import { estimateColumns, type SweepTable, tableOf, type WalkRow, walkColumns } from './sweepTable.ts';

export const meanRules = ['he', 'auto'] as const;
export type MeanRule = (typeof meanRules)[number];

/** Mean against typical: He's gain and g*, single walks kept. */
export function meanPoints(experiment: Experiment, found: FoundGains): readonly WalkPoint[] {
  return meanRules.map((gain, i) => walkPoint(experiment, found, i, { gain }, { keepsWalks: true }));
}

/** The rule whose gain a point has. */
export const ruleOf = ({ point }: WalkRow): MeanRule => (point.experiment.gain === 'he' ? 'he' : 'auto');

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
export function meanLayers(depth: number): readonly number[] {
  const steps = Math.min(depth, shownLayers);
  return Array.from({ length: steps + 1 }, (_, i) => Math.round((i * depth) / steps));
}

function medianAt(point: WalkPoint, layer: number): number | null {
  if (layer === 0) return 0;
  const { nonlinearity, weights, width, gain } = point.settings;
  const density = walkDensity({ nonlinearity, weights, depth: layer, width, gain });
  return density && walkMedian(density);
}

const theories = new WeakMap<WalkPoint, MeanTheory>();

/** Mean, typical value and median of Z along the walk, worked out once. */
export function meanTheory(point: WalkPoint): MeanTheory {
  const found = theories.get(point);
  if (found) return found;
  const { experiment, settings } = point;
  const { nonlinearity, gain, depth, biasDeviation } = settings;
  const { kind, mean } = walkTheory({ ...gainSetting(experiment), gain, pass: 'backward' });
  const layers = meanLayers(depth);
  const perLayer = biasDeviation === 0 ? logMeanZPerLayer(nonlinearity, gain) : null;
  const medians = kind === 'exact' ? layers.map((layer) => medianAt(point, layer)) : [];
  const logMedian = medians.filter((median) => median !== null);
  const theory: MeanTheory = {
    layers,
    logMean: perLayer === null ? null : layers.map((layer) => layer * perLayer),
    typical: layers.map((layer) => mean[layer] ?? 0),
    logMedian: logMedian.length === layers.length ? logMedian : null,
  };
  theories.set(point, theory);
  return theory;
}

/** ln Z of the walks whose paths are kept, at one layer; -Infinity for the dead. */
function pathsAt({ paths, pathCount, moments }: WalkMeasurement, layer: number): number[] {
  const length = moments?.mean.length ?? 0;
  return Array.from({ length: pathCount }, (_, walk) => paths[walk * length + layer] ?? 0);
}

/** ln of the median of Z over the first living walks at one layer; null without any. */
export function measuredMedian(walked: WalkMeasurement, layer: number): number | null {
  const living = pathsAt(walked, layer)
    .filter(Number.isFinite)
    .toSorted((a, b) => a - b);
  if (living.length === 0) return null;
  const [low, high] = [Math.floor((living.length - 1) / 2), Math.ceil((living.length - 1) / 2)];
  return 0.5 * ((living[low] ?? 0) + (living[high] ?? 0));
}

/** ln of the mean of e^values, without overflow. */
function logMeanExp(values: readonly number[]): number {
  const peak = values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  if (!Number.isFinite(peak)) return peak;
  return peak + Math.log(values.reduce((sum, value) => sum + Math.exp(value - peak), 0) / values.length);
}

/** ln of the sample mean of Z at one layer over the first walks, the dead with Z = 0. */
export function logSampleMean(walked: WalkMeasurement, layer: number): number | null {
  return walked.pathCount === 0 ? null : logMeanExp(pathsAt(walked, layer));
}

/** ln of the sample mean of Z at the last layer, as walks come in: after 1, 2, .. walks, at about 200 counts. */
export function runningLogMean({ final, walks }: WalkMeasurement): readonly (readonly [number, number])[] {
  const shown = 200;
  const points: (readonly [number, number])[] = [];
  let peak = Number.NEGATIVE_INFINITY;
  let sum = 0;
  let next = 1;
  for (let walk = 0; walk < walks; walk++) {
    const lnZ = final[walk] ?? Number.NEGATIVE_INFINITY;
    if (lnZ > peak) {
      sum = sum * Math.exp(peak - lnZ) + 1;
      peak = lnZ;
    } else if (Number.isFinite(lnZ)) sum += Math.exp(lnZ - peak);
    if (walk + 1 < next && walk + 1 < walks) continue;
    if (sum > 0) points.push([walk + 1, peak + Math.log(sum / (walk + 1))]);
    next = Math.max(walk + 2, (walk + 1) * final.length ** (1 / shown));
  }
  return points;
}

interface MeanRow extends WalkRow {
  readonly layer: number;
  readonly index: number;
}

/** One row a gain and layer; medians and sample means over the first walks, `pathLimit` at most. */
export function meanTable(experiment: Experiment, rows: readonly WalkRow[]): SweepTable {
  const layered = rows.flatMap((row): MeanRow[] =>
    meanTheory(row.point).layers.map((layer, index) => ({ ...row, layer, index })),
  );
  const at = (series: readonly number[] | null, index: number) => series?.[index] ?? null;
  return tableOf<MeanRow>(
    layered,
    [
      ['gain', ({ point }) => point.settings.gain],
      ['layer', ({ layer }) => layer],
      ...walkColumns,
      ...estimateColumns<MeanRow>('mean', ({ walked, layer }) => walked && meanEstimate(walked, layer)),
      ['meanTheory', ({ point, index }) => at(meanTheory(point).typical, index)],
      ['median', ({ walked, layer }) => walked && measuredMedian(walked, layer)],
      ['medianTheory', ({ point, index }) => at(meanTheory(point).logMedian, index)],
      ['medianWalks', ({ walked }) => Math.min(pathLimit, walked?.pathCount ?? 0)],
      ['logMeanOfZ', ({ walked, layer }) => walked && logSampleMean(walked, layer)],
      ['logMeanOfZTheory', ({ point, index }) => at(meanTheory(point).logMean, index)],
    ],
    theoryKind(experiment),
  );
}
