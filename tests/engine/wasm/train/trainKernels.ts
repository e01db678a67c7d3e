import { compileTrainKernels } from '#engine/wasm/train/trainKernels.ts';

const compiled = compileTrainKernels();

/** The training kernels, compiled once for all tests. */
export async function trainKernels(): Promise<WebAssembly.Module> {
  const module = await compiled;
  if (!module) throw new Error('This machine has no 128-bit vectors.');
  return module;
}
