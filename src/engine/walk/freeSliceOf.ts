import { type FreeSlice, freeWay } from '#engine/kernels/freeSlice/freeSlice.ts';
import { keptFloats } from '#engine/kernels/freeSlice/keptSize.ts';
import type { Generator } from '#engine/random/generator.ts';
import { type InvariantWeights, isRotationInvariant } from '#theory/weightLaw.ts';
import type { WalkSettings } from './protocol.ts';

/** The weights of a run that can be walked without matrices; throws where the settings allow none. */
function freeWeights({
  weights,
  pass,
  ensemble,
  widths,
  depth,
  residual,
  tied,
  norm,
}: WalkSettings): InvariantWeights {
  if (!isRotationInvariant(weights)) {
    throw new Error(`No matrix-free law is known for ${weights} weights.`);
  }
  if (ensemble === 'inputs') throw new Error('Matrix-free walks cannot share one network.');
  if (tied === 1) throw new Error('A tied network needs its matrix.');
  if (residual > 0 && pass === 'weights') throw new Error('Weight gradients of branches are not walked.');
  if (!widths) return weights;
  if (widths.length !== depth + 1) throw new Error(`${widths.length} widths do not make ${depth} layers.`);
  if (weights === 'orthogonal') throw new Error('Orthogonal weights need layers of one width.');
  if (residual > 0 || norm !== 'none') throw new Error('Kept vectors need layers of one width.');
  return weights;
}

/** The kernel's attributes that do not change from slice to slice. */
export function freeSliceOf(
  settings: WalkSettings,
  generator: Generator,
): Omit<FreeSlice, 'direction' | 'firstWalk' | 'batch' | 'firstStep' | 'steps'> {
  const { nonlinearity, depth, inputScale, biasDeviation, residual, norm, seed, pass } = settings;
  const weights = freeWeights(settings);
  const needsGradient = pass !== 'forward';
  return {
    nonlinearity,
    weights,
    generator,
    depth,
    inputScale,
    biasDeviation,
    residual,
    norm,
    seed,
    needsGradient,
    gradientAlone: pass === 'backward',
  };
}

/** Floats that one walk of a run keeps. */
export function keptBy(settings: WalkSettings): number {
  const { depth, width, pass } = settings;
  return keptFloats({ way: freeWay(settings), depth, width, needsGradient: pass !== 'forward' });
}
