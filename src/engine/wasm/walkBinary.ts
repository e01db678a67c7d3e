import { binary } from '#engine/assembly/walks.ts?wasm';
import { binary as relaxed } from '#engine/assembly/walks.ts?wasm=relaxed';
import { compileBinary } from './compileBinary.ts';

/** The walks' kernels, compiled; null where this machine's WebAssembly has no 128-bit vectors. */
export const compileWalks = (): Promise<WebAssembly.Module | null> => compileBinary(relaxed, binary);
