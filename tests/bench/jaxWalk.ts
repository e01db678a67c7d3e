import {
  type Device,
  defaultDevice,
  init,
  type Array as JaxArray,
  jit,
  nn,
  numpy as np,
  random,
} from '@jax-js/jax';
import type { WalkSettings } from '#engine/walk/protocol.ts';
import type { WalkSpeed } from './fusedWalk.ts';

/** A way of walking that is timed round by round. */
export type PeerWalk = (settings: WalkSettings) => Promise<WalkSpeed>;

const squaredNorm = (x: JaxArray) => np.sum(np.square(x), 1, { keepdims: true });

/** ln |delta|^2 from the output to the input of `batch` fresh ReLU networks, [batch, 1, 1]. jax-js owns what it is given: all arguments are used up. */
function logNorms({ depth, width, gain }: WalkSettings, batch: number, key: JaxArray): JaxArray {
  const keys = random.split(key, depth + 2);
  const normal = (i: number, columns: number) => random.normal(keys.ref.slice(i), [batch, width, columns]);
  const layers: { w: JaxArray; mask: JaxArray }[] = [];
  let a = normal(0, 1);
  for (let d = 1; d <= depth; d++) {
    const mask = np.where(np.greater(a.ref, 0), 1, 0);
    const w = normal(d, width).mul(gain / Math.sqrt(width));
    const next = np.matmul(w.ref, nn.relu(a));
    a = next.ref.div(np.sqrt(squaredNorm(next).mul(1 / width)));
    layers.push({ w, mask });
  }
  a.dispose();
  let delta = normal(depth + 1, 1);
  let sum = np.zeros([batch, 1, 1]);
  for (const { w, mask } of layers.reverse()) {
    const before = squaredNorm(delta.ref);
    const passed = np.matmul(np.matrixTranspose(w), delta).mul(mask);
    const after = squaredNorm(passed.ref);
    sum = sum.add(np.log(after.ref.div(before)));
    delta = passed.div(np.sqrt(after.mul(1 / width)));
  }
  delta.dispose();
  keys.dispose();
  return sum;
}

/** Walks by jax-js, `batch` of them in one jitted function; null where a device does not start. */
export async function createJaxWalk(
  device: Device,
  settings: WalkSettings,
  batch: number,
): Promise<PeerWalk | null> {
  if (!(await init(device)).includes(device)) return null;
  const walk = jit((key: JaxArray) => logNorms(settings, batch, key));
  let seed = 0;
  return async ({ walks, depth, width }) => {
    defaultDevice(device);
    let [sum, count] = [0, 0];
    const start = performance.now();
    while (count < walks) {
      seed += 1;
      for (const lnZ of await walk(random.key(seed)).data()) sum += lnZ;
      count += batch;
    }
    const walksPerSecond = (1000 * count) / (performance.now() - start);
    return {
      walksPerSecond,
      weightsPerSecond: 2 * walksPerSecond * depth * width ** 2,
      meanLnZ: sum / count,
    };
  };
}
