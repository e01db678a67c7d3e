import type { WalkSlice } from '#engine/kernels/walkSlice/walkSlice.ts';
import type { WalkSettings } from '#engine/walk/protocol.ts';

/** The first step forwards of one walk of some settings: what matrices and vectors are drawn by. */
export const forwardSlice = (settings: WalkSettings): WalkSlice => ({
  ...settings,
  direction: 'forward',
  generator: 'pcg4d',
  sharedNetwork: false,
  keepsPreActivations: true,
  firstWalk: 0,
  batch: 1,
  firstStep: 0,
  steps: 1,
});
