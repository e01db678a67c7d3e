import type { StepFault } from '#engine/train/trainer.ts';

function firstBad(signals: Float32Array, layers: number, order: readonly number[]): number | null {
  const size = signals.length / layers;
  const bad = order.find((d) => signals.subarray(d * size, (d + 1) * size).some((v) => !Number.isFinite(v)));
  return bad ?? null;
}

/** Where a pass left float32: the first activation on the way up, or else the first delta on the way down; null if neither did. */
export function firstNonFiniteLayer(
  activations: Float32Array,
  deltas: Float32Array,
  layers: number,
): StepFault | null {
  const up = Array.from({ length: layers }, (_, d) => d);
  const forwards = firstBad(activations, layers, up);
  if (forwards !== null) return { where: 'activation', layer: forwards };
  const backwards = firstBad(deltas, layers, up.toReversed());
  return backwards === null ? null : { where: 'gradient', layer: backwards };
}
