import type { WalkSlice } from '#engine/kernels/walkSlice/walkSlice.ts';
import { walkSliceReference } from '#engine/kernels/walkSlice/walkSliceReference.ts';
import type { Generator } from '#engine/random/generator.ts';
import type { WalkSettings } from './protocol.ts';
import { walkStages } from './slicePlan.ts';
import type { WalkIncrements } from './walkPath.ts';

/** One whole walk by the TypeScript reference, without TensorFlow.js: what every other kernel must agree with. */
export function walkReference(
  settings: WalkSettings,
  walk: number,
  generator: Generator = 'pcg4d',
): WalkIncrements & { readonly dots: Float32Array | null } {
  const { directions, keepsPreActivations } = walkStages(settings);
  const { depth, width } = settings;
  const padded = 4 * Math.ceil(width / 4);
  const state = [
    new Float32Array(keepsPreActivations ? (depth + 1) * padded : 0),
    new Float32Array(depth + 2),
    new Float32Array(padded),
  ];
  const walked = new Map<string, Float32Array>();
  for (const direction of directions) {
    const slice: WalkSlice = {
      ...settings,
      direction,
      generator,
      sharedNetwork: settings.ensemble === 'inputs',
      keepsPreActivations,
      firstWalk: walk,
      batch: 1,
      firstStep: 0,
      steps: depth + 1,
    };
    walked.set(direction, walkSliceReference(slice, state));
  }
  const pick = (direction: string, index: number) =>
    walked.get(direction)?.filter((_, i) => i % 2 === index) ?? null;
  return { forward: pick('forward', 0), backward: pick('backward', 0), dots: pick('backward', 1) };
}
