import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { initialWeightsAtOnce } from '#engine/train/initialWeights.ts';
import { memoryNeed } from '#engine/train/memoryNeed.ts';
import { plainKind } from '#engine/train/network.ts';
import { freshState, type TrainerSetting } from '#engine/train/trainer.ts';
import { wasmLayout } from '#engine/wasm/train/wasmLayout.ts';
import { createWasmTrainer } from '#engine/wasm/train/wasmTrainer.ts';
import { reasonOf } from '#engine/worker/reason.ts';
import { base, lossesOf, randomBatch, shape, stepsOf } from '../../train/trainPair.ts';
import { trainKernels } from './trainKernels.ts';

const initial = {
  weights: 'gaussian',
  gain: 1,
  inputScale: 1,
  biasDeviation: 0,
  outputGain: 1,
  seed: 1,
} as const;

test('trainers leave no memory behind', { timeout: 60_000 }, async () => {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const setting: TrainerSetting = {
    ...base,
    optimizer: 'adam',
    shape: { ...shape, width: 256, depth: 30 },
  };
  const weights = initialWeightsAtOnce(setting.shape, initial);
  async function trainOnce(): Promise<number> {
    const trainer = await createWasmTrainer(await trainKernels(), setting, freshState(weights));
    await lossesOf(trainer, stepsOf(setting, 2, 1e-4));
    await trainer.measure(randomBatch(setting.shape, 9, 1));
    const { bytes } = trainer;
    trainer.dispose();
    return bytes;
  }
  const bytes = await trainOnce();
  collect();
  const before = process.memoryUsage().rss;
  for (let round = 0; round < 12; round++) {
    await trainOnce();
    await new Promise((resolve) => setTimeout(resolve, 0));
    collect();
  }
  expect(bytes).toBeGreaterThan(20 * 2 ** 20);
  expect(process.memoryUsage().rss - before).toBeLessThan(4 * bytes);
});

test('a network that WebAssembly cannot hold is refused by size, before memory is asked for', async () => {
  const setting: TrainerSetting = {
    ...base,
    optimizer: 'adam',
    shape: { ...shape, ...plainKind, width: 1024, depth: 400 },
  };
  const none = new Float32Array();
  const weights = { ...initialWeightsAtOnce(shape, initial), hidden: none };
  const error = await createWasmTrainer(await trainKernels(), setting, freshState(weights)).catch(
    (thrown: unknown) => thrown,
  );
  expect(reasonOf(error)).toMatchObject({ code: 'noBuffer', allowedBytes: 2 ** 32 - 2 ** 16 });
});

test('what is refused before a run, for an array that is too large, leaves networks that WebAssembly holds', () => {
  for (const optimizer of ['sgd', 'momentum', 'adam'] as const) {
    for (const kind of [plainKind, { tied: false, residual: 0.1, norm: 'layer' } as const]) {
      const sized = { ...shape, ...kind, width: 256, depth: 100 };
      const setting: TrainerSetting = { ...base, optimizer, batch: 128, shape: sized };
      // The estimate counts a whole gradient, where a block of it is enough, and what TensorFlow.js keeps besides.
      expect(wasmLayout(setting, 0).end).toBeLessThan(memoryNeed(sized, optimizer, 128).whole);
    }
  }
});
