import { theoryOf } from '#experiment/derived/theoryOf.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import type { WalkRecord } from './walkRecord.ts';

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
  /** The best theory there is, by name, [depth + 1]; null where none of finite width holds. */
  readonly theory: {
    readonly kind: 'exact' | 'order-1/N' | 'two-number';
    readonly mean: readonly number[];
    readonly variance: readonly number[] | null;
    /** Largest sd(v)/v and largest part of a step that the gradient's memory makes, to order 1/N; 0 where theory is exact. */
    readonly spread: number;
    readonly pull: number;
  } | null;
  /** ln Z at the last layer of every living walk, in walk order. */
  readonly final: readonly number[];
  /** Begins with the backend's name. */
  readonly backend: string;
  readonly elapsedMs: number;
  readonly weightsPerSecond: number;
}

/** What a record holds so far, as numbers that survive JSON. The record must be of this experiment. */
export function walkResults(experiment: Experiment, found: FoundGains, record: WalkRecord): WalkResults {
  const { moments, walks, dead, backend, elapsedMs, weightsPerSecond } = record;
  const { kind, mean, variance, spread = 0, pull = 0 } = theoryOf(experiment, found);
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
    theory:
      kind === 'mean-field'
        ? null
        : { kind, mean: Array.from(mean), variance: variance && Array.from(variance), spread, pull },
    final: Array.from(record.final.subarray(0, walks)).filter(Number.isFinite),
    backend,
    elapsedMs,
    weightsPerSecond,
  };
}
