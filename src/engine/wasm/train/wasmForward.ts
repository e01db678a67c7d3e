import { normEpsilon } from '#engine/train/normEpsilon.ts';
import type { Batch, StepFault, TrainerSetting } from '#engine/train/trainer.ts';
import { activationsAt, normedAt } from './networkLayers.ts';
import { outputLoss } from './outputLoss.ts';
import { factorsAt, firstNotFinite, layerOf, type PassState } from './passState.ts';
import { panelsOf, rowsOf, signalBytes } from './wasmLayout.ts';
import type { WasmMemory } from './wasmMemory.ts';
import { createWasmUnits } from './wasmUnits.ts';

/** What a forward pass came to. */
export interface Forward {
  /** The first layer whose numbers left float32; the pass went on all the same. */
  readonly fault: StepFault | null;
  /** Every sample's loss, [count], and its answer, none for encode. */
  readonly losses: Float32Array;
  readonly answers: Uint8Array;
}

/** Takes a batch from the inputs to the loss, and leaves dE/dy there. */
export function createWasmForward(
  memory: WasmMemory,
  setting: TrainerSetting,
  state: PassState,
): (batch: Batch) => Forward {
  const { kernels, layout, floats } = memory;
  const { inputs, width, depth, outputs, norm } = setting.shape;
  const units = createWasmUnits(memory, setting, state);
  const isCentred = norm === 'layer' ? 1 : 0;

  function load({ count, inputs: values }: Batch): void {
    state.count = count;
    state.rows = rowsOf(count);
    state.bytes = signalBytes(state.rows, width);
    floats.set(values, layout.samples / 4);
    kernels.toPanels(layout.samples, count, inputs, layout.inputs, state.rows);
    state.read[0] = kernels.largestOrdinal(layout.inputs, signalBytes(state.rows, inputs));
  }

  /** Makes of h_d what the matrix above reads. */
  function handUp(d: number, bound: number): void {
    state.read[d + 1] = bound;
    if (norm === 'none') return;
    const [h, x] = [activationsAt(layout, d), normedAt(layout, d)];
    const factors = factorsAt(memory, state, d);
    kernels.normalise(h, state.rows, panelsOf(width), width, isCentred, normEpsilon, x, factors);
    state.read[d + 1] = kernels.largestOrdinal(x, state.bytes);
  }

  return (batch) => {
    load(batch);
    let fault: StepFault | null = null;
    for (let d = 0; d <= depth; d++) {
      const { seen, bound } = units.make(d);
      if (seen >= firstNotFinite) fault ??= { where: 'activation', layer: d };
      handUp(d, bound);
    }
    units.product(layerOf(state, depth + 1), layout.outputs);
    const { rows } = state;
    const places = { floats, outputs: layout.outputs / 4, deltas: layout.outputDeltas / 4, rows };
    const found = outputLoss(setting, batch, places);
    const largest = kernels.largestOrdinal(layout.outputs, signalBytes(rows, outputs));
    const isSound = largest < firstNotFinite && found.losses.every((loss) => Number.isFinite(loss));
    if (!isSound) fault ??= { where: 'loss', layer: depth + 1 };
    return { fault, ...found };
  };
}
