import { pcg4d } from './pcg4d.ts';

/** One stream a purpose, so that changing one thing does not redraw another. */
export const streamNames = [
  'weights',
  'inputs',
  'deltas',
  'biases',
  'signs',
  'inputWeights',
  'outputWeights',
  'order',
  'drawings',
  'freeForward',
  'freeBackward',
] as const;
export type Stream = (typeof streamNames)[number];

/** The key of a stream: a 32-bit word that depends on every bit of the root seed. */
export function streamKey(seed: number, stream: Stream): number {
  const [key] = pcg4d(seed, streamNames.indexOf(stream) + 1, 0x47726164, 0x57616c6b);
  return key;
}
