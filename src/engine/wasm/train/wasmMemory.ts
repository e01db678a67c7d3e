import type { TrainerSetting } from '#engine/train/trainer.ts';
import { ownWordsOf, ReasonError } from '#engine/worker/reason.ts';
import type { TrainKernels } from './trainKernels.ts';
import { type WasmLayout, wasmLayout } from './wasmLayout.ts';

const pageBytes = 2 ** 16;
/** What WebAssembly's addresses reach. */
const mostWasmBytes = 2 ** 32 - pageBytes;

/** Kernels with a memory that a network has to itself, laid out. */
export interface WasmMemory {
  readonly kernels: TrainKernels;
  readonly layout: WasmLayout;
  /** All of the memory. */
  readonly floats: Float32Array;
}

/**
 * A new instance of the kernels with room for a network; its memory goes when nobody holds it any more. Throws a
 * `ReasonError` if the network is too large for WebAssembly, or the machine refuses the memory.
 */
export async function createWasmMemory(
  module: WebAssembly.Module,
  setting: TrainerSetting,
): Promise<WasmMemory> {
  const { exports } = await WebAssembly.instantiate(module);
  // What a binary exports is known by what it was compiled from.
  const kernels = exports as unknown as TrainKernels;
  const { memory } = kernels;
  const layout = wasmLayout(setting, kernels.firstFree());
  if (layout.end > mostWasmBytes) {
    throw new ReasonError({ code: 'noBuffer', neededBytes: layout.end, allowedBytes: mostWasmBytes });
  }
  try {
    memory.grow(Math.max(0, Math.ceil((layout.end - memory.buffer.byteLength) / pageBytes)));
  } catch (error) {
    throw new ReasonError({ code: 'noMemory', detail: ownWordsOf(error) });
  }
  return { kernels, layout, floats: new Float32Array(memory.buffer) };
}
