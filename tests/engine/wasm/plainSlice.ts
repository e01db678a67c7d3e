import type { WalkSlice } from '#engine/kernels/walkSlice/walkSlice.ts';

/** Walks that take a moment, of a width that fills no quad evenly. */
export const plainSlice: WalkSlice = {
  direction: 'forward',
  nonlinearity: 'relu',
  weights: 'gaussian',
  generator: 'pcg4d',
  depth: 6,
  width: 30,
  gain: 1.4,
  inputScale: 0.7,
  biasDeviation: 0,
  seed: 4_000_000_007,
  residual: 0,
  norm: 'none',
  tied: 0,
  sharedNetwork: false,
  keepsPreActivations: true,
  firstWalk: 99_990,
  batch: 3,
  firstStep: 0,
  steps: 7,
};
