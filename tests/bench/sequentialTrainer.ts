import { layers, sequential, tensor, tensor1d, tensor2d, tidy, train } from '@tensorflow/tfjs';
import { blocksOf, type NetworkWeights } from '#engine/train/network.ts';
import type { TrainerSetting } from '#engine/train/trainer.ts';
import type { PeerTrainer } from './jaxTrainer.ts';

/** Plain descent of a plain tanh classifier by TensorFlow.js's layers, as its guide has it, on the active backend. */
export function createSequentialTrainer(
  { shape, nonlinearity, task, optimizer }: TrainerSetting,
  weights: NetworkWeights,
): PeerTrainer {
  if (nonlinearity !== 'tanh' || task !== 'classify' || optimizer !== 'sgd') {
    throw new Error('This peer is written for tanh, classes and plain descent.');
  }
  const model = sequential();
  const blocks = blocksOf(shape, weights);
  for (const [i, { rows, units }] of blocks.entries()) {
    const activation = i < blocks.length - 1 ? 'tanh' : 'softmax';
    model.add(layers.dense({ units, activation, ...(i === 0 ? { inputShape: [rows] } : {}) }));
  }
  model.setWeights(
    blocks.flatMap(({ matrix, bias, rows, units }) => [tensor(matrix, [rows, units]), tensor(bias, [units])]),
  );
  let rate = Number.NaN;
  return {
    async train(steps) {
      const outcomes: { loss: number }[] = [];
      for (const { batch, tuning } of steps) {
        if (tuning.rate !== rate) {
          rate = tuning.rate;
          model.compile({ optimizer: train.sgd(rate), loss: 'sparseCategoricalCrossentropy' });
        }
        const [inputs, labels] = tidy(() => [
          tensor2d(batch.inputs, [batch.count, shape.inputs]),
          tensor1d(Float32Array.from(batch.labels)),
        ]);
        const loss = await model.trainOnBatch(inputs, labels);
        inputs.dispose();
        labels.dispose();
        outcomes.push({ loss: Array.isArray(loss) ? (loss[0] ?? Number.NaN) : loss });
      }
      return { outcomes };
    },
    dispose: () => {
      model.dispose();
    },
  };
}
