import { createUniforms } from '#engine/random/uniforms.ts';
import type { Batch } from '#engine/train/trainer.ts';

/** So many samples of 784 standardised inputs, uniform, and ten classes in turn. */
export function uniformBatch(count: number): Batch {
  const uniform = createUniforms(1, 2, 3);
  return {
    count,
    inputs: Float32Array.from({ length: count * 784 }, () => 3.4 * (uniform() - 0.5)),
    labels: Uint8Array.from({ length: count }, (_, i) => i % 10),
  };
}
