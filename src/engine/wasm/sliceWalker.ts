import { stateRows, type WalkStateSetting } from '#engine/kernels/walkSlice/stateRows.ts';
import type { WalkSlice } from '#engine/kernels/walkSlice/walkSlice.ts';
import { createLinearMemory, type LinearMemory } from './linearMemory.ts';
import { writeWalkSetting } from './walkSetting.ts';

/** What assembly/walkSlice.ts exports. */
interface WalkExports extends WebAssembly.Exports {
  readonly memory: WebAssembly.Memory;
  settingAddress(): number;
  freeAddress(): number;
  walkSlice(): void;
}

/** A batch of walks in a WebAssembly memory. Who makes it disposes of it. */
export interface WalkerBatch {
  /** Walks a slice, of as many walks as the batch has; what `runWalkSlice` returns, [batch, steps, 2]. */
  walk(slice: WalkSlice): Float32Array;
  dispose(): void;
}

/** Walks slices in this thread. */
export interface SliceWalker {
  /** Throws a `RangeError` where there is no memory for it. */
  start(batch: number, setting: WalkStateSetting): WalkerBatch;
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

/** Makes a walker of the compiled assembly/walkSlice.ts. */
export function createSliceWalker(module: WebAssembly.Module): SliceWalker {
  let room: Room | null = null;

  function start(batch: number, setting: WalkStateSetting): WalkerBatch {
    const { exports, memory } = room ?? openRoom(module);
    room = { exports, memory };
    const padded = 4 * Math.ceil(setting.width / 4);
    const { kept, scales } = stateRows(setting);
    const state = takeAll(memory, [batch * kept * padded, batch * scales, batch * padded]);
    const [preActivations = 0, logScales = 0, vectors = 0] = state;

    function walk(slice: WalkSlice): Float32Array {
      const floats = slice.batch * slice.steps * 2;
      const increments = memory.take(4 * floats);
      try {
        const addresses = { preActivations, logScales, vectors, increments };
        writeWalkSetting(new DataView(exports.memory.buffer), exports.settingAddress(), slice, addresses);
        exports.walkSlice();
        return new Float32Array(exports.memory.buffer, increments, floats).slice();
      } finally {
        memory.give(increments);
      }
    }

    function dispose(): void {
      for (const address of state) memory.give(address);
      if (memory.used() === 0 && exports.memory.buffer.byteLength > largestIdle) room = null;
    }

    return { walk, dispose };
  }

  return { start };
}
