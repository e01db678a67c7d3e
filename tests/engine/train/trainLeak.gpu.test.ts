import { expect, test } from 'vitest';
import { createComposedTrainer } from '#engine/train/composed/composedTrainer.ts';
import { createFusedTrainer } from '#engine/train/fused/fusedTrainer.ts';
import { initialWeightsAtOnce } from '#engine/train/initialWeights.ts';
import { plainKind } from '#engine/train/network.ts';
import { openTrainBackend } from '#engine/train/trainBackend.ts';
import { freshState, type Trainer, type TrainerSetting } from '#engine/train/trainer.ts';
import { createWasmTrainer } from '#engine/wasm/train/wasmTrainer.ts';
import { deep } from '../../deep.ts';
import { openedDevice } from '../device/openedDevice.ts';
import { trainKernels } from '../wasm/train/trainKernels.ts';
import { lossesOf, stepsOf } from './trainPair.ts';

declare global {
  interface Performance {
    /** Chromium's own. */
    readonly memory?: { readonly usedJSHeapSize: number };
  }
}

const shape = { inputs: 11, width: 8, depth: 2, outputs: 5, ...plainKind };
const setting: TrainerSetting = {
  shape,
  nonlinearity: 'tanh',
  task: 'classify',
  optimizer: 'adam',
  batch: 4,
};
const weights = initialWeightsAtOnce(shape, {
  weights: 'gaussian',
  gain: 1,
  inputScale: 1,
  biasDeviation: 0,
  outputGain: 1,
  seed: 5,
});

/** Bytes of the heap that are in use, once what waits for its end has ended; the test's Chromium is started with `gc`. */
async function heapInUse(): Promise<number> {
  globalThis.gc?.();
  await new Promise((resolve) => setTimeout(resolve, 300));
  globalThis.gc?.();
  return performance.memory?.usedJSHeapSize ?? Number.NaN;
}

async function trainerOf(name: 'fused' | 'composed' | 'wasm'): Promise<Trainer> {
  if (name === 'composed') return createComposedTrainer(setting, freshState(weights));
  if (name === 'wasm') return createWasmTrainer(await trainKernels(), setting, freshState(weights));
  return createFusedTrainer(await openedDevice(), true, setting, freshState(weights));
}

/** A step that left something behind would have left it 1,000 times: a kilobyte each is a megabyte. */
const heapGrowth = 2 ** 20;

for (const [name, way] of [
  ['fused', 'webgpu'],
  ['composed', 'wasm'],
  ['wasm', 'wasm'],
] as const) {
  test(
    `1,000 steps leave tensors, buffers and the JavaScript heap level: ${name} on ${way}`,
    deep,
    async () => {
      const backend = await openTrainBackend('wasm');
      await backend.activate('wasm');
      const trainer = await trainerOf(name);
      try {
        const steps = stepsOf(setting, 200, 1e-4);
        await lossesOf(trainer, steps);
        const before = { ...backend.usage(), heap: await heapInUse() };
        for (let k = 0; k < 5; k++) await lossesOf(trainer, steps);
        const { tensors, buffers } = backend.usage();
        expect({ tensors, buffers }).toEqual({ tensors: before.tensors, buffers: before.buffers });
        expect(globalThis.gc).toBeDefined();
        expect((await heapInUse()) - before.heap).toBeLessThan(heapGrowth);
      } finally {
        trainer.dispose();
      }
    },
  );
}
