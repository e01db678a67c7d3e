import { effectiveSampling } from '#experiment/derived/effectiveSampling.ts';
import { gainSetting } from '#experiment/derived/gainSetting.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { largestGain } from '#experiment/schema/networkRows.ts';
import type { Estimate } from '#run/walk/fittedSlope.ts';
import { namedGain } from '#theory/namedGain.ts';
import { nonlinearities } from '#theory/nonlinearity.ts';
import { driftEstimate } from './estimates.ts';
import { linkGain } from './gainSweep.ts';
import { theoryKind } from './pointTheory.ts';
import { sweptExperiment, type WalkPoint, walkPoint } from './sweepPoint.ts';
import { estimateColumns, type SweepTable, tableOf, type WalkRow } from './sweepTable.ts';

const widths = [2, 4, 8, 16, 32, 64, 128, 256, 512, 1024];
/** Where the drift needs the whole depth, real matrices of wider layers take minutes. */
const widestFlow = 256;
/** Where the drift is no straight line, its zero is taken between two gains this far from theory's. */
const reach = 0.02;
/** Steps that a homogeneous network needs for an error bar of about a per mille. */
const enoughWeights = 1.2e7;

/** Homogeneous f has one drift at every depth: as many layers as leave half of the walks alive and cost little. */
function depthAt(experiment: Experiment, width: number): number {
  const { f, depth } = experiment;
  const living = f === 'relu' ? Math.floor(Math.LN2 / -Math.log1p(-(2 ** -width))) : depth;
  const affordable = isFree(experiment) ? depth : Math.round(enoughWeights / width ** 2);
  return Math.max(1, Math.min(depth, living, affordable));
}

const isFree = (experiment: Experiment) => effectiveSampling(sweptExperiment(experiment)).sampler === 'free';

const isHomogeneous = ({ f, bias }: Experiment) => nonlinearities[f].homogeneous && bias === 0;

/** g* against N: the points, one a width for homogeneous f and two for others. */
export function widthPoints(experiment: Experiment, found: FoundGains): readonly WalkPoint[] {
  if (isHomogeneous(experiment)) {
    return widths.map((width, i) =>
      walkPoint(experiment, found, i, { width, depth: depthAt(experiment, width), gain: 'auto' }),
    );
  }
  return (
    widths
      .filter((width) => width <= widestFlow || isFree(experiment))
      // By mean field no gain stops the drift of the narrowest layers, or one that no link can hold.
      .flatMap((width) => {
        const best = gainAtWidth(experiment, width)?.theory ?? largestGain;
        return (1 + reach) * best < largestGain ? [{ width, best }] : [];
      })
      .flatMap(({ width, best }, i) => {
        // One seed for both: their errors move together, and the zero between them is the surer.
        return [1 - reach, 1 + reach].map((factor) =>
          walkPoint(experiment, found, i, { width, gain: linkGain(factor * best) }),
        );
      })
  );
}

/** What is known of g* at one width. */
export interface WidthRow {
  readonly width: number;
  /** The points that measure it. */
  readonly rows: readonly WalkRow[];
  readonly measured: Estimate | null;
  readonly theory: number;
  /** The paper's formula; null where it gives none. */
  readonly paper: number | null;
}

/** Where drifts at two gains cross zero, on a line in ln g; at one gain, on the line of slope 2 that is exact there. */
function measuredGain(rows: readonly WalkRow[]): Estimate | null {
  const ends = rows.map(({ point, walked }) => ({
    logGain: Math.log(point.settings.gain),
    drift: walked && driftEstimate(walked, point.settings.depth),
  }));
  const [first, second] = ends;
  if (!first?.drift) return null;
  if (!second) {
    const value = Math.exp(first.logGain - first.drift.value / 2);
    return { value, error: (value * first.drift.error) / 2 };
  }
  if (!second.drift) return null;
  const slope = (second.drift.value - first.drift.value) / (second.logGain - first.logGain);
  const value = Math.exp(first.logGain - first.drift.value / slope);
  return { value, error: (value * Math.max(first.drift.error, second.drift.error)) / Math.abs(slope) };
}

/** g* at a width by theory and by the paper's formula. */
export interface GainAtWidth {
  readonly theory: number;
  readonly paper: number | null;
}

/** Null where by theory no gain stops the drift. */
export function gainAtWidth(experiment: Experiment, width: number): GainAtWidth | null {
  const setting = gainSetting(sweptExperiment({ ...experiment, width }));
  const best = namedGain('auto', setting);
  const paper = namedGain('paper', setting);
  return best.drifts ? null : { theory: best.value, paper: paper.unavailable ? null : paper.value };
}

const known = new WeakMap<WalkPoint, GainAtWidth>();

function gainOf({ point }: WalkRow): GainAtWidth {
  const found = known.get(point) ?? gainAtWidth(point.experiment, point.settings.width);
  if (!found) throw new Error('A point was made where no gain stops the drift.');
  known.set(point, found);
  return found;
}

/** g* against N, a row a width. */
export function widthRows(rows: readonly WalkRow[]): readonly WidthRow[] {
  const widthOf = ({ point }: WalkRow) => point.settings.width;
  return [...new Set(rows.map(widthOf))].flatMap((width) => {
    const own = rows.filter((row) => widthOf(row) === width);
    const [first] = own;
    return first ? [{ width, rows: own, measured: measuredGain(own), ...gainOf(first) }] : [];
  });
}

/** One row a width. */
export function widthTable(experiment: Experiment, rows: readonly WalkRow[]): SweepTable {
  return tableOf<WidthRow>(
    widthRows(rows),
    [
      ['width', ({ width }) => width],
      ['walks', (row) => row.rows[0]?.walked?.walks ?? 0],
      ['dead', (row) => row.rows[0]?.walked?.dead ?? 0],
      ...estimateColumns<WidthRow>('gain', ({ measured }) => measured),
      ['gainTheory', ({ theory }) => theory],
      ['gainPaper', ({ paper }) => paper],
    ],
    theoryKind(experiment),
  );
}
