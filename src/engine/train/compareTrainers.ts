import { createUniforms } from '#engine/random/uniforms.ts';
import { createComposedTrainer } from '#engine/train/composed/composedTrainer.ts';
import { createFusedTrainer } from '#engine/train/fused/fusedTrainer.ts';
import type { Nonlinearity } from '#theory/nonlinearity.ts';
import { initialWeightsAtOnce } from './initialWeights.ts';
import type { NetworkShape, NetworkWeights } from './network.ts';
import type { TrainBackend } from './trainBackend.ts';
import { freshState, type TrainerSetting } from './trainer.ts';

/** Largest relative difference of a gradient, in norm, that float32 rounding explains in so small a network. */
const tolerance = 1e-4;

const shape: NetworkShape = { inputs: 9, width: 13, depth: 5, outputs: 4 };

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
  { webgpu, activate }: TrainBackend,
  nonlinearity: Nonlinearity,
  task: TrainerSetting['task'],
): Promise<{ readonly difference: number; readonly allowed: number }> {
  if (!webgpu) throw new Error('There is no WebGPU device.');
  const sized = { ...shape, outputs: task === 'encode' ? shape.inputs : shape.outputs };
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
  await activate('cpu');
  const fused = await createFusedTrainer(webgpu.device, webgpu.software, setting, start);
  const composed = createComposedTrainer(setting, start);
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
