import { freeLayers } from '#engine/kernels/freeSlice/freeLayers.ts';
import { freeWay } from '#engine/kernels/freeSlice/freeSlice.ts';
import { freeSliceReference } from '#engine/kernels/freeSlice/freeSliceReference.ts';
import type { Generator } from '#engine/random/generator.ts';
import { freeSliceOf, keptBy } from './freeBatch.ts';
import type { WalkSettings } from './protocol.ts';
import type { WalkIncrements } from './walkPath.ts';

/** One whole matrix-free walk by the TypeScript reference, without TensorFlow.js. */
export function freeReference(
  settings: WalkSettings,
  walk: number,
  generator: Generator = 'pcg4d',
): WalkIncrements {
  const { depth } = settings;
  const arrays = {
    layers: freeLayers(settings),
    carried: new Float32Array(4),
    kept: new Float32Array(keptBy(settings)),
  };
  const slice = {
    ...freeSliceOf(settings, generator),
    firstWalk: walk,
    batch: 1,
    firstStep: 0,
    steps: depth + 1,
  };
  const forward = freeSliceReference({ ...slice, direction: 'forward' }, arrays);
  const backward = slice.needsGradient
    ? freeSliceReference({ ...slice, direction: 'backward' }, arrays)
    : null;
  // A gradient that is walked alone has no activations behind it.
  const isAlone = slice.gradientAlone && freeWay(settings) === 'groups';
  return { forward: isAlone ? null : forward, backward };
}
