import {
  type Device,
  init,
  type Array as JaxArray,
  jit,
  nn,
  numpy as np,
  tree,
  valueAndGrad,
} from '@jax-js/jax';
import { blocksOf, type NetworkWeights } from '#engine/train/network.ts';
import type { TrainerSetting, TrainStep } from '#engine/train/trainer.ts';

type Block = { matrix: JaxArray; bias: JaxArray };

/** What the bench times of a trainer. */
export interface PeerTrainer {
  train(steps: readonly TrainStep[]): Promise<{ readonly outcomes: readonly { readonly loss: number }[] }>;
  dispose(): void;
}

/** Mean cross-entropy of plain layers with tanh between them. jax-js owns what it is given: all arguments are used up. */
function lossOf(blocks: Block[], inputs: JaxArray, targets: JaxArray, count: number): JaxArray {
  const outputs = blocks.reduce((h, { matrix, bias }, i) => {
    const a = np.matmul(h, matrix).add(bias);
    return i < blocks.length - 1 ? np.tanh(a) : a;
  }, inputs);
  return nn
    .logSoftmax(outputs)
    .mul(targets)
    .sum()
    .mul(-1 / count);
}

/** Plain descent of a plain tanh classifier by jax-js, one jitted function a step; null where a device does not start. */
export async function createJaxTrainer(
  device: Device,
  { shape, nonlinearity, task, optimizer, batch }: TrainerSetting,
  weights: NetworkWeights,
): Promise<PeerTrainer | null> {
  if (nonlinearity !== 'tanh' || task !== 'classify' || optimizer !== 'sgd') {
    throw new Error('This peer is written for tanh, classes and plain descent.');
  }
  if (!(await init(device)).includes(device)) return null;
  const place = { device };
  let blocks: Block[] = blocksOf(shape, weights).map(({ matrix, bias, rows, units }) => ({
    matrix: np.array(matrix.slice(), place).reshape([rows, units]),
    bias: np.array(bias.slice(), place),
  }));
  const step = jit((given: Block[], inputs: JaxArray, targets: JaxArray, rate: JaxArray) => {
    const [loss, gradient] = valueAndGrad((all: Block[], x: JaxArray, y: JaxArray) =>
      lossOf(all, x, y, batch),
    )(tree.ref(given), inputs, targets);
    const next = given.map(({ matrix, bias }, i) => ({
      matrix: matrix.sub((gradient[i]?.matrix ?? np.zeros([1])).mul(rate.ref)),
      bias: bias.sub((gradient[i]?.bias ?? np.zeros([1])).mul(rate.ref)),
    }));
    rate.dispose();
    return { loss, next };
  });
  return {
    async train(steps) {
      const outcomes: { loss: number }[] = [];
      for (const { batch: samples, tuning } of steps) {
        const inputs = np.array(samples.inputs.slice(), place).reshape([samples.count, shape.inputs]);
        const classes = Float32Array.from({ length: samples.count * shape.outputs }, (_, i) =>
          Number(samples.labels[Math.floor(i / shape.outputs)] === i % shape.outputs),
        );
        const targets = np.array(classes, place).reshape([samples.count, shape.outputs]);
        const { loss, next } = step(
          blocks,
          inputs,
          targets,
          np.array(new Float32Array([tuning.rate]), place),
        );
        blocks = next;
        outcomes.push({ loss: (await loss.data())[0] ?? Number.NaN });
      }
      return { outcomes };
    },
    dispose: () => tree.dispose(blocks),
  };
}
