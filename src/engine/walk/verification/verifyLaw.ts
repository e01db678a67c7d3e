import type { WalkMoments, WalkSettings } from '#engine/walk/protocol.ts';
import type { WrongNumbers } from '#engine/worker/reason.ts';
import { isOfBlocks } from '#theory/isOfBlocks.ts';
import { shareDead } from '#theory/shareDead.ts';
import { stepLaw } from '#theory/stepLaw.ts';
import { unequalWidths } from '#theory/unequalWidths.ts';
import { walkTheory } from '#theory/walkTheory.ts';

/** Chance does not go as far as this, whatever the law's tails. */
const alarmErrors = 20;
/** Rounding of a walk of a thousand layers, in ln Z and in its variance. */
const rounding = 0.01;
/** Standard errors of fewer walks than this say little. */
const fewestWalks = 30;

/** What a run measured, over all of its walks. */
export interface MeasuredLaw {
  readonly walks: number;
  readonly dead: number;
  readonly moments: WalkMoments;
}

/** The exact law of ln Z after all layers. */
interface EndLaw {
  readonly mean: number;
  /** Null where no formula is known. */
  readonly variance: number | null;
  readonly cumulant4: number;
  /** Share of walks that die; null where it is not known. */
  readonly dead: number | null;
}

function unequalLaw({ nonlinearity, pass, widths, scaling, gain, depth }: WalkSettings): EndLaw | null {
  if (!widths || pass === 'weights') return null;
  const theory = unequalWidths({ nonlinearity, pass, widths, scaling, gain });
  if (!theory) return null;
  const cumulant4 = theory.steps.reduce(
    (sum, { width }) => sum + (stepLaw(nonlinearity, 'gaussian', width)?.cumulant4 ?? 0),
    0,
  );
  const [mean = Number.NaN, variance = Number.NaN] = [theory.mean[depth], theory.variance[depth]];
  return { mean, variance, cumulant4, dead: null };
}

/** The law that a run of these settings must follow; null where none is exact, or walks are not independent. */
function exactLaw(settings: WalkSettings): EndLaw | null {
  const { nonlinearity, weights, pass, depth, width, biasDeviation } = settings;
  if (settings.ensemble === 'inputs' || isOfBlocks(settings) || biasDeviation > 0) return null;
  if (settings.widths) return unequalLaw(settings);
  const step = stepLaw(nonlinearity, weights, width);
  if (!step) return null;
  const { kind, mean, variance } = walkTheory(settings);
  if (kind === 'new-matrices') return null;
  return {
    mean: mean[depth] ?? Number.NaN,
    variance: kind === 'exact' ? (variance?.[depth] ?? null) : null,
    cumulant4: depth * step.cumulant4,
    dead: shareDead(nonlinearity, pass, depth, width),
  };
}

/**
 * Compares a finished run with the exact law of its settings; says what is more than 20 standard errors off, and null
 * when nothing is or no law is known.
 */
export function verifyLaw(
  settings: WalkSettings,
  { walks, dead, moments }: MeasuredLaw,
): WrongNumbers | null {
  const law = exactLaw(settings);
  if (!law) return null;
  const { depth } = settings;
  const living = walks - dead;
  const wrong = (what: WrongNumbers['what'], measured: number, expected: number, error: number) => {
    const allowed = alarmErrors * error + rounding;
    // NaN is wrong too.
    if (Math.abs(measured - expected) <= allowed) return null;
    return { code: 'wrongNumbers', what, step: depth, measured, expected, allowed } as const;
  };
  if (law.dead !== null && walks >= fewestWalks) {
    const error = Math.sqrt((law.dead * (1 - law.dead)) / walks) + 1 / walks;
    const found = wrong('dead', dead / walks, law.dead, error);
    if (found) return found;
  }
  if (living < fewestWalks) return null;
  const spread = law.variance ?? moments.variance[depth] ?? 0;
  const found = wrong('mean', moments.mean[depth] ?? Number.NaN, law.mean, Math.sqrt(spread / living));
  if (found || law.variance === null) return found;
  const error = Math.sqrt(
    (law.cumulant4 + 2 * law.variance ** 2) / living + (2 * law.variance ** 2) / living ** 2,
  );
  return wrong('variance', moments.variance[depth] ?? Number.NaN, law.variance, error);
}
