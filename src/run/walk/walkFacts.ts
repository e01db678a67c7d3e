import { densityOf, shareDeadOf, theoryOf } from '#experiment/derived/theoryOf.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { factorOfTen, shareWithin } from '#theory/shareWithin.ts';
import { type Estimate, fittedSlope } from './fittedSlope.ts';
import type { WalkRecord } from './walkRecord.ts';

/** One quantity twice: as measured so far, and by theory. Null where there is none. */
export interface Fact {
  readonly measured: Estimate | null;
  readonly theory: number | null;
}

/** The read-outs of a run. */
export interface WalkFacts {
  /** Drift of ln Z a layer. */
  readonly drift: Fact;
  /** Growth of Var ln Z a layer; no such slope for weight gradients. */
  readonly slope: Fact;
  /** e^(sd/2) at the last layer: what one network's norm is typically multiplied or divided by. */
  readonly factor: Fact;
  /** Share of living walks that end within a factor of 10 in the norm. */
  readonly within: Fact;
  /** Share of walks that died. */
  readonly dead: Fact;
  /** Whether theory's numbers are exact for this experiment. */
  readonly isExact: boolean;
}

function shareOf(count: number, of: number): Estimate | null {
  if (of === 0) return null;
  const value = count / of;
  return { value, error: Math.sqrt((value * (1 - value)) / of) };
}

/** What a norm is typically off by; null where no number holds it. */
function factorOf(variance: number, error: number): Estimate | null {
  const deviation = Math.sqrt(variance);
  const value = Math.exp(deviation / 2);
  if (!Number.isFinite(value)) return null;
  return { value, error: deviation > 0 ? (value * error) / (4 * deviation) : 0 };
}

function measuredWithin({ final, walks, dead }: WalkRecord): Estimate | null {
  let inside = 0;
  for (const lnZ of final.subarray(0, walks)) if (Math.abs(lnZ) <= factorOfTen) inside += 1;
  return shareOf(inside, walks - dead);
}

function measuredFacts(record: WalkRecord, depth: number, hasSlope: boolean) {
  const { moments, walks, dead, paths, pathCount } = record;
  const living = walks - dead;
  const own = moments && living >= 3 ? moments : null;
  const at = (series: Float64Array) => series[depth] ?? 0;
  return {
    drift: own && { value: at(own.mean) / depth, error: at(own.stderrMean) / depth },
    slope: own && hasSlope ? fittedSlope(paths, pathCount, depth, own.mean, own.variance, living) : null,
    factor: own && factorOf(at(own.variance), at(own.stderrVariance)),
    within: measuredWithin(record),
    dead: shareOf(dead, walks),
  };
}

/** What theory says of a last layer; null where it does not reach so far. */
const known = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value);

/** g* makes the drift 0 up to the rounding of logarithms and of the search for it; such a rest is no drift. */
const withoutRounding = (drift: number) => (Math.abs(drift) < 1e-12 ? 0 : drift);

/** What a run has measured so far, beside theory. */
export function walkFacts(experiment: Experiment, found: FoundGains, record: WalkRecord | null): WalkFacts {
  const { depth, pass } = experiment;
  const { mean, variance, kind } = theoryOf(experiment, found);
  const density = densityOf(experiment, found);
  const hasSlope = pass !== 'weights';
  const measured = record && record.walks > 0 ? measuredFacts(record, depth, hasSlope) : null;
  const end = known(variance?.[depth]);
  const meanEnd = known(mean[depth]);
  return {
    drift: {
      measured: measured?.drift ?? null,
      theory: meanEnd === null ? null : withoutRounding(meanEnd / depth),
    },
    slope: { measured: measured?.slope ?? null, theory: hasSlope && end !== null ? end / depth : null },
    factor: {
      measured: measured?.factor ?? null,
      theory: end === null ? null : (factorOf(end, 0)?.value ?? null),
    },
    within: { measured: measured?.within ?? null, theory: density && shareWithin(density, factorOfTen) },
    dead: { measured: measured?.dead ?? null, theory: shareDeadOf(experiment) },
    isExact: kind === 'exact',
  };
}
