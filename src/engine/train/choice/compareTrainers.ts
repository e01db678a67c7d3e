import { createUniforms } from '#engine/random/uniforms.ts';
import { initialWeightsAtOnce } from '#engine/train/initialWeights.ts';
import type { NetworkKind, NetworkWeights, TrainState } from '#engine/train/network.ts';
import type { Comparison } from '#engine/train/trainBackend.ts';
import { freshState, type Trainer, type TrainerSetting } from '#engine/train/trainer.ts';
import type { Way } from '#engine/train/way.ts';
import type { Nonlinearity } from '#theory/nonlinearity.ts';

/** Largest relative difference of a gradient, in norm, that float32 rounding explains in so small a network. */
const tolerance = 1e-4;

const sizes = { inputs: 9, width: 13, depth: 5, outputs: 4 };

function relativeDistance(a: Float32Array, b: Float32Array): number {
  let difference = 0;
  let size = 0;
  for (const [i, value] of a.entries()) {
    difference += (value - (b[i] ?? Number.NaN)) ** 2;
    size += value ** 2;
  }
  // NaN, and a gradient of zeros, must not look like agreement.
  return size > 0 ? Math.sqrt(difference / size) : Number.POSITIVE_INFINITY;
}

/**
 * Checks the fused kernels on the user's own adapter: the gradient of a small network must be that of the composed
 * implementation, computed by TensorFlow.js on the processor, up to `allowed`, in relative norm.
 */
export async function compareTrainers(
  create: (way: Way, setting: TrainerSetting, start: TrainState) => Promise<Trainer>,
  nonlinearity: Nonlinearity,
  task: TrainerSetting['task'],
  { tied, residual, norm }: NetworkKind,
): Promise<Comparison> {
  const outputs = task === 'encode' ? sizes.inputs : sizes.outputs;
  const sized = { ...sizes, outputs, tied, residual, norm };
  const setting: TrainerSetting = { shape: sized, nonlinearity, task, optimizer: 'sgd', batch: 6 };
  const start = freshState(
    initialWeightsAtOnce(sized, {
      weights: 'gaussian',
      gain: 1.2,
      inputScale: 1,
      biasDeviation: 0.1,
      outputGain: 1,
      seed: 20141222,
    }),
  );
  const uniform = createUniforms(1, 2, 3);
  const batch = {
    count: 6,
    inputs: Float32Array.from({ length: 6 * sized.inputs }, () => 3.4 * (uniform() - 0.5)),
    labels: Uint8Array.from({ length: 6 }, (_, i) => i % 4),
  };
  const fused = await create({ implementation: 'fused', backend: 'webgpu' }, setting, start);
  const composed = await create({ implementation: 'composed', backend: 'cpu' }, setting, start);
  try {
    const [ours, theirs] = [await fused.gradient(batch), await composed.gradient(batch)];
    const names = Object.keys(theirs) as (keyof NetworkWeights)[];
    const worst = Math.max(...names.map((name) => relativeDistance(theirs[name], ours[name])));
    return { difference: worst, allowed: tolerance };
  } finally {
    fused.dispose();
    composed.dispose();
  }
}
