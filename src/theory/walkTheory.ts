import { isOfBlocks } from './isOfBlocks.ts';
import { lateTheory } from './lateTheory.ts';
import { narrowest } from './narrowest.ts';
import type { Pieces } from './pieces.ts';
import { stepLaw } from './stepLaw.ts';
import { tiedTheory } from './tiedTheory.ts';
import type { WalkTheory, WalkTheorySettings } from './walkMoments.ts';
import { isRotationInvariant } from './weightLaw.ts';

/** Weight gradients of homogeneous f are flat exactly; their variance is known to order 1/N, and of a single unit. */
function flatTheory(settings: WalkTheorySettings): WalkTheory {
  const { nonlinearity, weights, depth, width } = settings;
  const mean = new Float64Array(depth + 1);
  if (nonlinearity === 'linear' && weights === 'orthogonal') return { kind: 'exact', mean, variance: mean };
  const late = width > 1 && width < narrowest ? null : lateTheory();
  return (
    late?.flat(settings) ?? {
      kind: isRotationInvariant(weights) ? 'exact' : 'mean-field',
      mean,
      variance: null,
    }
  );
}

/**
 * Independent equal steps: mean and variance grow in proportion to k. Of gradients with biases too: the signs of a layer's units
 * stay fair coins (docs/MODEL.md, "One step").
 */
function homogeneousTheory(settings: WalkTheorySettings): WalkTheory | null {
  const { nonlinearity, weights, pass, depth, width, gain, biasDeviation } = settings;
  const gaussianLike = isRotationInvariant(weights) ? weights : 'gaussian';
  const law = stepLaw(nonlinearity, gaussianLike, width);
  if (!law || (biasDeviation > 0 && pass !== 'backward')) return null;
  if (pass === 'weights') return flatTheory(settings);
  const isExact = gaussianLike === weights;
  const drift = 2 * Math.log(gain) + law.mean;
  const along = (slope: number) => Float64Array.from({ length: depth + 1 }, (_, k) => k * slope);
  if (!isExact && width < narrowest) return { kind: 'mean-field', mean: along(drift), variance: null };
  return { kind: isExact ? 'exact' : 'order-1/N', mean: along(drift), variance: along(law.variance) };
}

/** Works out in pieces what costs much of `walkTheory`, which then has it; yields before any of that. */
export function* prepareWalkTheory(settings: WalkTheorySettings): Pieces<void> {
  // Of homogeneous f they cost some milliseconds in one piece.
  if (settings.pass === 'weights') yield;
  if (isOfBlocks(settings) || !homogeneousTheory(settings)) yield* lateTheory()?.prepare(settings) ?? [];
}

function newMatricesTheory(settings: WalkTheorySettings): WalkTheory {
  const known = isOfBlocks(settings) ? null : homogeneousTheory(settings);
  const blank = () => Float64Array.from({ length: settings.depth + 1 }, (_, k) => (k === 0 ? 0 : Number.NaN));
  return known ?? lateTheory()?.walk(settings) ?? { kind: 'mean-field', mean: blank(), variance: null };
}

/** Rotations keep every norm, one of them again and again as well; biases would add up. */
const turnsOnly = (settings: WalkTheorySettings) =>
  settings.nonlinearity === 'linear' &&
  settings.weights === 'orthogonal' &&
  !isOfBlocks(settings) &&
  (settings.biasDeviation === 0 || settings.pass === 'backward');

/**
 * Mean and variance of ln Z along a walk, by the best that is known: exact for homogeneous f and Gaussian or orthogonal weights in
 * a plain network, without biases or for the gradient; else a theory of finite width; else mean field, a mean alone.
 * Of a tied network that does more than turn, what new matrices would do, for as long as one does the same.
 * Until that part of theory is loaded nothing is known of it: NaN from the first layer on. Depth 1..1000, width 1..1024, gain above 0.
 * Source: docs/MODEL.md.
 */
export function walkTheory(settings: WalkTheorySettings): WalkTheory {
  const theory = newMatricesTheory(settings);
  return settings.tied === 1 && !turnsOnly(settings) ? tiedTheory(theory, settings) : theory;
}
