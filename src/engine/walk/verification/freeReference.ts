import { freeLayers } from '#engine/kernels/freeSlice/freeLayers.ts';
import { freeWay } from '#engine/kernels/freeSlice/freeSlice.ts';
import { freeSliceReference } from '#engine/kernels/freeSlice/freeSliceReference.ts';
import type { Generator } from '#engine/random/generator.ts';
import { freeSliceOf, keptBy } from '#engine/walk/freeSliceOf.ts';
import type { WalkSettings } from '#engine/walk/protocol.ts';
import type { WalkIncrements } from '#engine/walk/walkPath.ts';
import type { ReferenceSteps } from './walkReference.ts';

/** One matrix-free walk by the TypeScript reference, direction by direction: [steps] increments. */
export function freeReferenceSteps(
  settings: WalkSettings,
  walk: number,
  generator: Generator = 'pcg4d',
): ReferenceSteps {
  const arrays = {
    layers: freeLayers(settings),
    carried: new Float32Array(4),
    kept: new Float32Array(keptBy(settings)),
  };
  const slice = { ...freeSliceOf(settings, generator), firstWalk: walk, batch: 1, firstStep: 0 };
  return (direction, steps) => freeSliceReference({ ...slice, direction, steps }, arrays);
}

/** One whole matrix-free walk by the TypeScript reference, without TensorFlow.js. */
export function freeReference(
  settings: WalkSettings,
  walk: number,
  generator: Generator = 'pcg4d',
): WalkIncrements {
  const { depth, pass, norm } = settings;
  const walkOn = freeReferenceSteps(settings, walk, generator);
  const forward = walkOn('forward', depth + 1);
  const backward = pass === 'forward' ? null : walkOn('backward', depth + 1);
  // A gradient that is walked alone has no activations behind it.
  const isAlone = pass === 'backward' && freeWay(settings) === 'groups';
  return { forward: isAlone ? null : forward, backward, isNormed: norm !== 'none' };
}
