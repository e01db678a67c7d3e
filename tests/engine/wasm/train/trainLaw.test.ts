import { test } from 'vitest';
import { createWasmTrainer } from '#engine/wasm/train/wasmTrainer.ts';
import { expectWalkLaw } from '../../train/walkLaw.ts';
import { trainKernels } from './trainKernels.ts';

for (const nonlinearity of ['linear', 'relu'] as const) {
  test(`in WebAssembly too the gradient of a ${nonlinearity} network walks at step 0 by the walk's own law, at g* and off it`, async () => {
    const kernels = await trainKernels();
    await expectWalkLaw((setting, initial) => createWasmTrainer(kernels, setting, initial), nonlinearity);
  });
}
