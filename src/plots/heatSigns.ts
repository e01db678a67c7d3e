import type { Frame } from './frame.ts';
import { wholeOutcome } from './outcomeColor.ts';

/** A measured step's cells, from the left: where it lies, px, and its squared log-norms; NaN where there is none. */
export interface HeatBand {
  readonly topPx: number;
  readonly highPx: number;
  readonly values: readonly number[];
}

/** A sign over a heat map, and how far it reaches from its middle, px. */
export interface HeatSign {
  readonly x: number;
  readonly y: number;
  readonly reachPx: number;
  readonly isGrown: boolean;
}

/** Signs stand as far apart, in heights of the type. */
const acrossEm = 2.6;
const downEm = 1.5;

/** Half of the longest sign's length, in heights of the type: of a norm beyond a factor of 100, where the colour is whole. */
export const wholeReachEm = 0.26;

/** ln Z of the smallest outcome that has a sign: a factor of 10 in the norm. */
const leastOutcome = 2 * Math.log(10);

/** How far the sign of a squared log-norm reaches, in heights of the type; 0 for what keeps its size, and for what is no number. */
function reachEm(lnZ: number): number {
  const size = Math.abs(lnZ);
  return size >= leastOutcome ? wholeReachEm * Math.sqrt(Math.min(1, size / wholeOutcome)) : 0;
}

/**
 * Signs over a heat map, evenly spaced over its plotting area: a plus where the norm has grown by more than a factor of
 * 10, a minus where it has shrunk by as much, longer up to a factor of 100. They tell the two ends of the colour scale apart
 * where there is no colour: on grey paper, and for whoever does not see it.
 */
export function computeHeatSigns(
  bands: readonly HeatBand[],
  { left, top, acrossPx, highPx }: Frame,
  fontPx: number,
): HeatSign[] {
  const columns = Math.max(1, Math.round(acrossPx / (acrossEm * fontPx)));
  const rows = Math.max(1, Math.round(highPx / (downEm * fontPx)));
  const signs: HeatSign[] = [];
  for (let row = 0; row < rows; row++) {
    const y = top + ((row + 0.5) / rows) * highPx;
    const band = bands.findLast(({ topPx }) => topPx <= y);
    if (!band || y >= band.topPx + band.highPx) continue;
    for (let column = 0; column < columns; column++) {
      const across = (column + 0.5) / columns;
      const lnZ = band.values[Math.floor(across * band.values.length)] ?? Number.NaN;
      const reachPx = reachEm(lnZ) * fontPx;
      if (reachPx > 0) signs.push({ x: left + across * acrossPx, y, reachPx, isGrown: lnZ > 0 });
    }
  }
  return signs;
}

/** A sign's strokes as a path. */
export const signPath = ({ x, y, reachPx, isGrown }: HeatSign): string =>
  `M${(x - reachPx).toFixed(1)},${y.toFixed(1)}h${(2 * reachPx).toFixed(1)}${
    isGrown ? `M${x.toFixed(1)},${(y - reachPx).toFixed(1)}v${(2 * reachPx).toFixed(1)}` : ''
  }`;
