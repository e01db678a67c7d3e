import type { WalkMoments } from '#engine/walk/protocol.ts';
import { theoryOf } from '#experiment/derived/theoryOf.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import type { WalkTheory } from '#theory/walkMoments.ts';
import type { WalkRecord } from './walkRecord.ts';

/** The best theory there is, by name, or where none holds the reference's measured moments. */
interface TheoryResults {
  readonly kind: 'exact' | 'order-1/N' | 'two-number' | 'leading-order' | 'measured reference';
  readonly mean: readonly number[];
  readonly variance: readonly number[] | null;
  /** Largest sd(v)/v and largest part of a step that the gradient's memory makes, to order 1/N; 0 where theory is exact, null where it is measured. */
  readonly spread: number | null;
  readonly pull: number | null;
}

/** The results of the walk view as plain JSON, as documented in docs/PROGRAMS.md. */
export interface WalkResults {
  readonly kind: 'walk';
  readonly experiment: Experiment;
  readonly walks: number;
  readonly dead: number;
  /** Entry k is k layers from the start, [depth + 1]; over living walks. */
  readonly lnZ: {
    readonly mean: readonly number[];
    readonly variance: readonly number[];
    readonly stderrMean: readonly number[];
    readonly stderrVariance: readonly number[];
  };
  /** Null where theory is not exact in mean and variance. */
  readonly exact: { readonly mean: readonly number[]; readonly variance: readonly number[] } | null;
  /** What stands beside the walks, [depth + 1]; null where no theory of finite width holds and no reference is measured yet. */
  readonly theory: TheoryResults | null;
  /** ln Z at the last layer of every living walk, in walk order. */
  readonly final: readonly number[];
  /** Of a tied linear network, where computed: 2 ln|lambda_1| of each of the first walks' networks, the slope that its ln Z comes to. */
  readonly slopes?: readonly number[];
  /** Begins with the backend's name. */
  readonly backend: string;
  readonly elapsedMs: number;
  readonly weightsPerSecond: number;
}

function theoryResults(
  { kind, mean, variance, spread = 0, pull = 0 }: WalkTheory,
  reference: WalkMoments | null,
): TheoryResults | null {
  if (kind === 'new-matrices') return null;
  if (kind === 'leading-order') {
    return { kind, mean: Array.from(mean), variance: null, spread: null, pull: null };
  }
  if (kind !== 'mean-field') {
    return { kind, mean: Array.from(mean), variance: variance && Array.from(variance), spread, pull };
  }
  return (
    reference && {
      kind: 'measured reference',
      mean: Array.from(reference.mean),
      variance: Array.from(reference.variance),
      spread: null,
      pull: null,
    }
  );
}

/** A rate a walk; one for all where they share a network. */
const ratesOfWalks = ({ ensemble, walks }: Experiment, rates: Float64Array): number[] =>
  ensemble === 'inputs' ? new Array<number>(walks).fill(rates[0] ?? Number.NaN) : Array.from(rates);

/**
 * What a record holds so far, as numbers that survive JSON. The record must be of this experiment, and so must the reference's
 * moments, where there are any.
 */
export function walkResults(
  experiment: Experiment,
  found: FoundGains,
  record: WalkRecord,
  reference: WalkMoments | null = null,
  rates: Float64Array | null = null,
): WalkResults {
  const { moments, walks, dead, backend, elapsedMs, weightsPerSecond } = record;
  const theory = theoryOf(experiment, found);
  const { kind, mean, variance } = theory;
  return {
    kind: 'walk',
    experiment,
    walks,
    dead,
    lnZ: {
      mean: Array.from(moments?.mean ?? []),
      variance: Array.from(moments?.variance ?? []),
      stderrMean: Array.from(moments?.stderrMean ?? []),
      stderrVariance: Array.from(moments?.stderrVariance ?? []),
    },
    exact: kind === 'exact' && variance ? { mean: Array.from(mean), variance: Array.from(variance) } : null,
    theory: theoryResults(theory, reference),
    final: Array.from(record.final.subarray(0, walks)).filter(Number.isFinite),
    ...(rates ? { slopes: ratesOfWalks(experiment, rates) } : {}),
    backend,
    elapsedMs,
    weightsPerSecond,
  };
}
