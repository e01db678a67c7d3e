import type { WalkSettings } from '#engine/walk/protocol.ts';

/** The plainest walk there is, a single one at gain 1: tests say what they want otherwise. */
export const plainWalk: WalkSettings = {
  nonlinearity: 'relu',
  weights: 'gaussian',
  pass: 'backward',
  ensemble: 'networks',
  sampler: 'matrices',
  depth: 20,
  width: 32,
  gain: 1,
  inputScale: 1,
  biasDeviation: 0,
  residual: 0,
  tied: 0,
  norm: 'none',
  widths: null,
  scaling: 'fanin',
  seed: 1,
  walks: 1,
};
