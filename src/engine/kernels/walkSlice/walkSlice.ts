import type { Generator } from '#engine/random/generator.ts';
import type { Nonlinearity } from '#theory/nonlinearity.ts';
import type { Norm } from '#theory/norm.ts';
import type { WeightLaw } from '#theory/weightLaw.ts';

/** Name under which the kernel is registered for every backend. */
export const walkSliceKernel = 'WalkSlice';

/** ln of a squared norm that is zero, as the kernels write it: WGSL may assume infinities away. */
export const deadIncrement = -1e30;

/** Log-scales are clamped here before exp, within float32. */
export const logScaleLimit = 80;

/** Which layer's matrix and biases a layer has: its own, or in a tied network those of layer 1. */
export const sourceLayer = ({ tied }: Pick<WalkSlice, 'tied'>, layer: number): number =>
  tied === 1 ? 1 : layer;

/** ln of a norm's divisor where nothing is left to be divided: all units alike. */
export const noDivisor = 1e30;

/** A mean square below this, of units whose own is 1, is rounding: they are alike. */
export const leastSpread = 1e-12;

/** What a projection leaves of a squared norm is rounding below this share of it. */
export const leastLeft = 1e-11;

/** One slice of a batch of walks: some layers, forwards or backwards. */
export interface WalkSlice {
  readonly direction: 'forward' | 'backward';
  readonly nonlinearity: Nonlinearity;
  readonly weights: WeightLaw;
  readonly generator: Generator;
  readonly depth: number;
  readonly width: number;
  readonly gain: number;
  readonly inputScale: number;
  readonly biasDeviation: number;
  readonly seed: number;
  /** alpha of residual branches; 0 for a plain network. */
  readonly residual: number;
  readonly norm: Norm;
  /** 1 when every layer has the matrix and the biases of layer 1; else 0. */
  readonly tied: number;
  /** True when all walks share the network of walk 0. */
  readonly sharedNetwork: boolean;
  /** True when the pre-activations of every layer, and what entered its matrix where that is normalised, are kept for the backward pass. */
  readonly keepsPreActivations: boolean;
  /** Index of the batch's first walk in the run. */
  readonly firstWalk: number;
  readonly batch: number;
  /** Steps done before this slice; step 0 draws a_0 (forward) or delta_D (backward), step k moves k layers on. */
  readonly firstStep: number;
  readonly steps: number;
}
