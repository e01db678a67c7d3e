import { expect, test } from 'vitest';
import { referenceLoss } from '#engine/train/choice/referenceLoss.ts';
import { verifyTraining } from '#engine/train/choice/verifyTraining.ts';
import { initialWeightsAtOnce } from '#engine/train/initialWeights.ts';
import { freshState, type Trainer, type TrainerSetting } from '#engine/train/trainer.ts';
import { compileTrainKernels } from '#engine/wasm/train/trainKernels.ts';
import { createWasmTrainer } from '#engine/wasm/train/wasmTrainer.ts';
import type { Norm } from '#theory/norm.ts';
import { uniformBatch } from './uniformBatch.ts';

/** A chaotic network: two signals that differ by a rounding come apart by 1.5 a layer and more. */
async function open(depth: number, norm: Norm) {
  const shape = { inputs: 784, width: 32, depth, outputs: 10, tied: false, residual: 0, norm };
  const setting: TrainerSetting = {
    shape,
    nonlinearity: 'tanh',
    task: 'classify',
    optimizer: 'sgd',
    batch: 32,
  };
  const weights = initialWeightsAtOnce(shape, {
    weights: 'gaussian',
    gain: 3,
    inputScale: 1,
    biasDeviation: 0,
    outputGain: 1,
    seed: 1,
  });
  const kernels = await compileTrainKernels();
  if (!kernels) throw new Error('This machine has no 128-bit vectors.');
  return { setting, weights, trainer: await createWasmTrainer(kernels, setting, freshState(weights)) };
}

const batch = uniformBatch(8);

for (const norm of ['none', 'rms', 'layer'] as const) {
  test(`a chaotic network is not called wrong for its roundings, norm = ${norm}`, async () => {
    const { setting, weights, trainer } = await open(100, norm);
    const [answered] = await trainer.evaluate([batch]);
    // Its loss in float32 is another one than in float64.
    expect(Math.abs((answered?.loss ?? 0) - referenceLoss(setting, weights, batch))).toBeGreaterThan(0.05);
    expect(await verifyTraining(trainer, setting, batch, 0)).toBeNull();
    trainer.dispose();
  });

  test(`a network whose roundings do not matter is called wrong when its loss is, norm = ${norm}`, async () => {
    const { setting, trainer } = await open(3, norm);
    expect(await verifyTraining(trainer, setting, batch, 0)).toBeNull();
    const off: Trainer = {
      ...trainer,
      evaluate: async (batches) =>
        (await trainer.evaluate(batches)).map((one) => ({ ...one, loss: 1.05 * one.loss })),
    };
    expect(await verifyTraining(off, setting, batch, 0)).toMatchObject({
      code: 'wrongNumbers',
      what: 'loss',
    });
    trainer.dispose();
  });
}

test('a network whose outputs leave float32 is not called wrong, however small its loss is in float64', async () => {
  const { setting, weights, trainer } = await open(3, 'none');
  // Every weight is within float32, and no sum of them is.
  const largest = weights.output.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const huge = { ...weights, output: weights.output.map((weight) => (weight / largest) * 3e38) };
  await trainer.restore(freshState(huge));
  const inputs = batch.inputs.slice(0, 784);
  const labelled = Array.from({ length: 10 }, (_, label) => ({
    count: 1,
    inputs,
    labels: Uint8Array.of(label),
  }));
  const certain = labelled.find((one) => referenceLoss(setting, huge, one) === 0);
  if (!certain) throw new Error('No class is above all others.');
  const [answered] = await trainer.evaluate([certain]);
  expect(answered?.loss).toBeNaN();
  expect(await verifyTraining(trainer, setting, certain, 30)).toBeNull();
  // The same answer of a network that stays within float32 is wrong.
  const lying = { ...trainer, weights: async () => weights };
  for (const one of labelled) {
    expect(await verifyTraining(lying, setting, one, 30)).toMatchObject({
      code: 'wrongNumbers',
      what: 'loss',
    });
  }
  trainer.dispose();
});
