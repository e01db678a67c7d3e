import { type Checkpoint, memoryOf } from '#engine/train/checkpoint.ts';

const none = new Float32Array(0);
const weights = {
  input: none,
  inputBias: none,
  hidden: none,
  hiddenBias: none,
  output: none,
  outputBias: none,
};
/** A checkpoint of a network without weights. */
export const checkpointAt = (step: number): Checkpoint => ({
  step,
  state: { weights, moments: [], updates: step },
  rate: memoryOf(null),
  elapsedMs: step,
  scriptMs: 0,
});
