import type { StartedFrame } from '#engine/train/protocol.ts';

/** What a run on drawn digits says before its first step. */
export const startedFrame: StartedFrame = {
  kind: 'started',
  run: 1,
  backend: 'wasm',
  device: 'processor',
  implementation: 'composed',
  reasons: [],
  data: 'digits',
  trainCount: 6000,
  heldOutCount: 1000,
  inputs: 784,
  outputs: 10,
  parameters: 1000,
  bytes: 4000,
  complaint: null,
  classNames: null,
  picture: null,
  isPlane: false,
  constantLoss: Math.log(10),
  constantError: null,
};
