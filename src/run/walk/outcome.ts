import { effectiveSampling } from '#experiment/derived/effectiveSampling.ts';
import { isGainOut } from '#experiment/derived/isGainOut.ts';
import { shareDeadOf, theoryOf } from '#experiment/derived/theoryOf.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import type { TheoryKind } from '#theory/walkMoments.ts';

/** What becomes of the walked vector on the way, by theory: what the sentence says. */
export interface Outcome {
  /** `unknown` while the part of theory that knows has not been loaded. */
  readonly kind: 'keeps' | 'shrinks' | 'grows' | 'vanishes' | 'explodes' | 'ownRate' | 'unknown';
  /** ln of the typical factor of the norm, <ln Z>/2; 0 where every network has a rate of its own, or none is known. */
  readonly logFactor: number;
  /** Standard deviation of that log, sqrt(Var ln Z)/2; null where no formula is known. */
  readonly logSpread: number | null;
  /** Share of walks that die; null where no formula is known. */
  readonly dead: number | null;
  /** What the kind of network adds: that the gain plays no part, or that growth is a power of the depth. */
  readonly remark: 'gainOut' | 'power' | null;
  /** How theory knows it. */
  readonly by: TheoryKind;
}

const unnoticeable = Math.log(1.1);
const beyondUse = Math.log(1000);

function kindOf(logFactor: number): Outcome['kind'] {
  if (Number.isNaN(logFactor)) return 'unknown';
  if (Math.abs(logFactor) < unnoticeable) return 'keeps';
  if (Math.abs(logFactor) < beyondUse) return logFactor < 0 ? 'shrinks' : 'grows';
  return logFactor < 0 ? 'vanishes' : 'explodes';
}

function remarkOn(experiment: Experiment): Outcome['remark'] {
  const { residual, norm } = effectiveSampling(experiment);
  if (norm === 'none') return null;
  if (residual > 0) return 'power';
  return isGainOut(experiment) ? 'gainOut' : null;
}

/** The outcome at the last layer of an experiment. */
export function computeOutcome(experiment: Experiment, found: FoundGains): Outcome {
  const { mean, variance, kind } = theoryOf(experiment, found);
  if (kind === 'new-matrices') {
    return { kind: 'ownRate', logFactor: 0, logSpread: null, dead: null, remark: null, by: kind };
  }
  const logFactor = (mean[experiment.depth] ?? 0) / 2;
  return {
    kind: kindOf(logFactor),
    logFactor,
    logSpread: variance ? Math.sqrt(variance[experiment.depth] ?? 0) / 2 : null,
    dead: shareDeadOf(experiment),
    remark: remarkOn(experiment),
    by: kind,
  };
}
