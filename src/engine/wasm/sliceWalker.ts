import { drawsGradientAlone, type FreeSlice, freeWay } from '#engine/kernels/freeSlice/freeSlice.ts';
import { stateRows } from '#engine/kernels/walkSlice/stateRows.ts';
import type { WalkSlice } from '#engine/kernels/walkSlice/walkSlice.ts';
import type { CrewWork } from './crewProtocol.ts';
import { writeFreeSetting } from './freeSetting.ts';
import { createLinearMemory, type LinearMemory } from './linearMemory.ts';
import { writeWalkSetting } from './walkSetting.ts';

/** What assembly/walks.ts exports. */
interface WalkExports extends WebAssembly.Exports {
  readonly memory: WebAssembly.Memory;
  freeAddress(): number;
  walkSettingAddress(): number;
  walkSlice(): void;
  freeSettingAddress(): number;
  freeSlice(): void;
}

/** A batch of walks in a WebAssembly memory. Who makes it disposes of it. */
export interface WalkerBatch {
  /** Walks a slice of the batch's kind, of all its walks; what `runWalkSlice` or `runFreeSlice` returns. */
  walk(work: CrewWork): Float32Array;
  dispose(): void;
}

/** Walks slices in this thread. */
export interface SliceWalker {
  /** Makes the state of a batch by its first slice. Throws a `RangeError` where there is no memory for it. */
  start(work: CrewWork): WalkerBatch;
  /** Bytes in use by batches. */
  used(): number;
}

interface Room {
  readonly exports: WalkExports;
  readonly memory: LinearMemory;
}

/** An empty memory that has grown beyond this is left to the garbage collector. */
const largestIdle = 32 * 2 ** 20;

function openRoom(module: WebAssembly.Module): Room {
  const exports = new WebAssembly.Instance(module).exports as WalkExports;
  return { exports, memory: createLinearMemory(exports.memory, exports.freeAddress()) };
}

/** Floats of a batch's parts: kept pre-activations, log-scales, vectors (`WalkState`). */
function matrixFloats(slice: WalkSlice): readonly number[] {
  const padded = 4 * Math.ceil(slice.width / 4);
  const { kept, scales } = stateRows(slice);
  return [kept * padded, scales, padded].map((floats) => floats * slice.batch);
}

/** Numbers that a walk keeps: vectors and three numbers a layer, or sums of each layer, a single one of a gradient alone. */
function freeKept(slice: FreeSlice, width: number): number {
  const { depth, needsGradient } = slice;
  if (freeWay(slice) === 'vectors') return (needsGradient ? depth + 2 : 1) * width + 3 * (depth + 1);
  if (!needsGradient) return 0;
  return (depth + 1) * (drawsGradientAlone(slice) ? 1 : 8);
}

/** Floats of a batch's parts: table of layers, what groups of four walks carry, what they keep of each layer. */
function freeFloats(slice: FreeSlice, layers: Float32Array): readonly number[] {
  const groups = Math.ceil(slice.batch / 4);
  return [layers.length, 12 * groups, 4 * groups * freeKept(slice, layers[0] ?? 0)];
}

/** Takes the addresses of some arrays of float32, all of them or none. */
function takeAll(memory: LinearMemory, floats: readonly number[]): number[] {
  const taken: number[] = [];
  try {
    for (const count of floats) taken.push(memory.take(4 * count));
  } catch (error) {
    for (const address of taken) memory.give(address);
    throw error;
  }
  return taken;
}

/** Walks a slice whose batch lies at some addresses, and whose increments are to lie at another. */
function walkAt({ exports }: Room, work: CrewWork, state: readonly number[], increments: number): void {
  const view = new DataView(exports.memory.buffer);
  const [first = 0, second = 0, third = 0] = state;
  if (work.kind === 'matrices') {
    const addresses = { preActivations: first, logScales: second, vectors: third, increments };
    writeWalkSetting(view, exports.walkSettingAddress(), work.slice, addresses);
    exports.walkSlice();
  } else {
    new Float32Array(exports.memory.buffer, first, work.layers.length).set(work.layers);
    const addresses = { layers: first, carried: second, kept: third, increments };
    writeFreeSetting(view, exports.freeSettingAddress(), work.slice, addresses);
    exports.freeSlice();
  }
}

/** Makes a walker of the compiled assembly/walks.ts. */
export function createSliceWalker(module: WebAssembly.Module): SliceWalker {
  let open: Room | null = null;

  function start(first: CrewWork): WalkerBatch {
    const room = open ?? openRoom(module);
    open = room;
    const { exports, memory } = room;
    const floats =
      first.kind === 'matrices' ? matrixFloats(first.slice) : freeFloats(first.slice, first.layers);
    const state = takeAll(memory, floats);

    function walk(work: CrewWork): Float32Array {
      const { batch, steps } = work.slice;
      const length = batch * steps * (work.kind === 'matrices' ? 2 : 1);
      const increments = memory.take(4 * length);
      try {
        walkAt(room, work, state, increments);
        const skipped = work.kind === 'free' ? Math.min(length, work.from * steps) : 0;
        return new Float32Array(exports.memory.buffer, increments, length).slice(skipped);
      } finally {
        memory.give(increments);
      }
    }

    function dispose(): void {
      for (const address of state) memory.give(address);
      if (memory.used() === 0 && exports.memory.buffer.byteLength > largestIdle) open = null;
    }

    return { walk, dispose };
  }

  return { start, used: () => open?.memory.used() ?? 0 };
}
