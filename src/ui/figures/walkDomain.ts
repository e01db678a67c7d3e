import { theoryOf } from '#experiment/derived/theoryOf.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { computeExtent, type Domain } from '#plots/domain.ts';
import type { WalkRecord } from '#run/walk/walkRecord.ts';

/** No axis is shorter than this in ln Z, so that rounding errors do not fill the page. */
const smallestHalf = 0.5;
/** Nor in Var ln Z: orthogonal linear layers have none. */
export const smallestVariance = 0.1;
/** Standard deviations that must be seen. */
const deviations = 3.4;
/** Measured spread counts from this many walks on. */
const fewWalks = 10;

/** What is measured of walks, once it counts. */
export const knownMoments = (record: WalkRecord | null | undefined): WalkRecord['moments'] =>
  record && record.walks - record.dead >= fewWalks ? record.moments : null;

/** What is drawn. */
export interface DomainQuestion {
  readonly experiment: Experiment;
  readonly found: FoundGains;
  readonly record: WalkRecord | null;
  /** Walks of the other kind, drawn beneath. */
  readonly other?: WalkRecord | null;
  /** Walks that are compared with. */
  readonly pins?: readonly { readonly record: WalkRecord | null }[];
}

interface Spread {
  readonly mean: ArrayLike<number>;
  readonly variance: ArrayLike<number>;
}

function* ends({ mean, variance }: Spread): Generator<number> {
  for (let k = 0; k < mean.length; k += Math.max(1, Math.floor(mean.length / 64))) {
    const reach = deviations * Math.sqrt(variance[k] ?? 0);
    yield (mean[k] ?? 0) - reach;
    yield (mean[k] ?? 0) + reach;
  }
  const last = mean.length - 1;
  const reach = deviations * Math.sqrt(variance[last] ?? 0);
  yield (mean[last] ?? 0) - reach;
  yield (mean[last] ?? 0) + reach;
}

/** What is known of the walks that are compared with. */
const pinnedMoments = ({ pins = [] }: DomainQuestion) =>
  pins.flatMap(({ record }) => knownMoments(record) ?? []);

/** What the axis of ln Z must hold: theory's mean and spread, and the measured where theory is silent or short. */
export function walkDomain(question: DomainQuestion): Domain {
  const { experiment, found, record, other } = question;
  const { mean, variance, kind } = theoryOf(experiment, found);
  // Of a tied network theory ends before the last layer.
  const known = mean.slice(0, mean.findLastIndex(Number.isFinite) + 1);
  const needed = [...ends({ mean: known, variance: variance ?? new Float64Array(known.length) })];
  const moments = knownMoments(record);
  if (moments && (kind !== 'exact' || !variance)) needed.push(...ends(moments));
  const beneath = knownMoments(other);
  if (beneath) needed.push(...ends(beneath));
  for (const pinned of pinnedMoments(question)) needed.push(...ends(pinned));
  return computeExtent(needed, [-smallestHalf, smallestHalf]);
}

/** What the axis of Var ln Z must hold. */
export function varianceDomain(question: DomainQuestion): Domain {
  const { experiment, found, record } = question;
  const { variance } = theoryOf(experiment, found);
  const moments = knownMoments(record);
  const pinned = pinnedMoments(question).flatMap((one) => [...one.variance]);
  const values = [...(variance ?? []), ...(moments?.variance ?? []), ...pinned];
  const [, peak] = computeExtent(values, [0, smallestVariance]);
  return [0, (variance ? 1.3 : 1.2) * peak];
}
