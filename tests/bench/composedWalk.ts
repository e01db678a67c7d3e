import * as tf from '@tensorflow/tfjs';
import type { WalkSettings } from '#engine/walk/protocol.ts';
import type { WalkSpeed } from './fusedWalk.ts';

/** ln |delta|^2 from the output to the input of `batch` fresh ReLU networks, composed of TensorFlow.js operations, [batch, 1, 1]. */
function logNorms({ depth, width, gain }: WalkSettings, batch: number): tf.Tensor {
  return tf.tidy(() => {
    const squaredNorm = (x: tf.Tensor) => tf.sum(tf.square(x), 1, true);
    const weights: tf.Tensor[] = [];
    const masks: tf.Tensor[] = [];
    let a: tf.Tensor = tf.randomNormal([batch, width, 1]);
    for (let d = 1; d <= depth; d++) {
      masks.push(tf.step(a));
      const w: tf.Tensor = tf.randomNormal([batch, width, width], 0, gain / Math.sqrt(width));
      weights.push(w);
      const next = tf.matMul(w, tf.relu(a));
      // The walk does not depend on the activation's size; only its signs matter.
      a = tf.div(next, tf.sqrt(tf.div(squaredNorm(next), width)));
    }
    let delta: tf.Tensor = tf.randomNormal([batch, width, 1]);
    let sum: tf.Tensor = tf.zeros([batch, 1, 1]);
    for (let d = depth - 1; d >= 0; d--) {
      const [w, mask] = [weights[d], masks[d]];
      if (!w || !mask) throw new Error('A layer is missing.');
      const before = squaredNorm(delta);
      delta = tf.mul(mask, tf.matMul(w, delta, true));
      const after = squaredNorm(delta);
      sum = tf.add(sum, tf.log(tf.div(after, before)));
      delta = tf.div(delta, tf.sqrt(tf.div(after, width)));
    }
    return sum;
  });
}

/** The walks of `settings` as plain TensorFlow.js on its active backend, `batch` at once: what one writes without a kernel. */
export async function composedWalk(settings: WalkSettings, batch: number): Promise<WalkSpeed> {
  const { walks, depth, width } = settings;
  let [sum, count] = [0, 0];
  const start = performance.now();
  while (count < walks) {
    const ends = logNorms(settings, batch);
    for (const lnZ of await ends.data()) sum += lnZ;
    ends.dispose();
    count += batch;
  }
  const walksPerSecond = (1000 * count) / (performance.now() - start);
  return { walksPerSecond, weightsPerSecond: 2 * walksPerSecond * depth * width ** 2, meanLnZ: sum / count };
}
