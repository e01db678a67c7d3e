import type { Generator } from '#engine/random/generator.ts';
import { type Nonlinearity, nonlinearities } from '#theory/nonlinearity.ts';
import type { Norm } from '#theory/norm.ts';
import type { InvariantWeights } from '#theory/weightLaw.ts';

/** Name under which the kernel is registered for every backend. */
export const freeSliceKernel = 'FreeSlice';

/** Weights whose action on a vector has a law without a matrix; every other law has none that holds for any f. */
export type FreeWeights = InvariantWeights;

/** One slice of a batch of matrix-free walks: some layers, forwards or backwards. */
export interface FreeSlice {
  readonly direction: 'forward' | 'backward';
  readonly nonlinearity: Nonlinearity;
  readonly weights: FreeWeights;
  readonly generator: Generator;
  readonly depth: number;
  readonly inputScale: number;
  readonly biasDeviation: number;
  /** alpha of residual branches; 0 for a plain network. */
  readonly residual: number;
  /** Normalisation of what enters every matrix. */
  readonly norm: Norm;
  readonly seed: number;
  /** True when the sums of every layer are kept for the backward pass. */
  readonly needsGradient: boolean;
  /** True when nobody asks for activations: where a gradient's law does not depend on them they are not drawn. */
  readonly gradientAlone: boolean;
  /** Index of the batch's first walk in the run. */
  readonly firstWalk: number;
  readonly batch: number;
  /** Steps done before this slice; step 0 draws a_0 (forward) or delta_D (backward), step k moves k layers on. */
  readonly firstStep: number;
  readonly steps: number;
}

/**
 * How a layer is drawn. `units`: one number after another. `groups`: for piecewise linear f without biases the
 * layer's sums have laws of their own, so that a layer costs the same at any width. `vectors`: they are kept,
 * for residual and normalised networks.
 */
export type FreeWay = 'units' | 'groups' | 'vectors';

/** The way in which a slice's layers are drawn. */
export function freeWay({
  nonlinearity,
  biasDeviation,
  residual,
  norm,
}: Pick<FreeSlice, 'nonlinearity' | 'biasDeviation' | 'residual' | 'norm'>): FreeWay {
  if (residual > 0 || norm !== 'none') return 'vectors';
  return nonlinearities[nonlinearity].homogeneous && biasDeviation === 0 ? 'groups' : 'units';
}

/**
 * Whether a slice's gradient is drawn without its activations: nobody asks for them, and for piecewise linear f and
 * Gaussian weights its law is the same without. Nothing of W is then known when W^T is met.
 */
export function drawsGradientAlone(slice: FreeSlice): boolean {
  return slice.gradientAlone && slice.weights === 'gaussian' && freeWay(slice) === 'groups';
}
