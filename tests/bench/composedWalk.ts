import * as tf from '@tensorflow/tfjs';
import type { WalkSettings } from '#engine/walk/protocol.ts';
import type { WalkSpeed } from './fusedWalk.ts';

/** Growth of ln |delta|^2 of every layer of one ReLU walk, composed of TensorFlow.js operations, [depth]. */
function composedGrowths({ depth, width, gain }: WalkSettings): tf.Tensor1D {
  return tf.tidy(() => {
    const weights: tf.Tensor2D[] = [];
    const masks: tf.Tensor2D[] = [];
    let a: tf.Tensor2D = tf.randomNormal([width, 1]);
    for (let d = 1; d <= depth; d++) {
      masks.push(tf.step(a));
      const w: tf.Tensor2D = tf.randomNormal([width, width], 0, gain / Math.sqrt(width));
      weights.push(w);
      const next: tf.Tensor2D = tf.matMul(w, tf.relu(a));
      // The walk does not depend on the activation's size; only its signs matter.
      a = tf.div(next, tf.sqrt(tf.mean(tf.square(next))));
    }
    let delta: tf.Tensor2D = tf.randomNormal([width, 1]);
    const growths: tf.Scalar[] = [];
    for (let d = depth - 1; d >= 0; d--) {
      const [w, mask] = [weights[d], masks[d]];
      if (!w || !mask) throw new Error('A layer is missing.');
      const before = tf.sum(tf.square(delta));
      delta = tf.mul(mask, tf.matMul(w, delta, true));
      const after = tf.sum(tf.square(delta));
      growths.push(tf.log(tf.div(after, before)));
      delta = tf.div(delta, tf.sqrt(tf.div(after, width)));
    }
    return tf.stack(growths) as tf.Tensor1D;
  });
}

/** The same walks as plain TensorFlow.js on its active backend: what one writes without a kernel. */
export async function composedWalk(settings: WalkSettings): Promise<WalkSpeed> {
  let sum = 0;
  const start = performance.now();
  for (let walk = 0; walk < settings.walks; walk++) {
    const growths = composedGrowths(settings);
    const values = await growths.data();
    growths.dispose();
    for (const growth of values) sum += growth;
  }
  const seconds = (performance.now() - start) / 1000;
  return {
    walksPerSecond: settings.walks / seconds,
    weightsPerSecond: (2 * settings.walks * settings.depth * settings.width ** 2) / seconds,
    meanLnZ: sum / settings.walks,
  };
}
