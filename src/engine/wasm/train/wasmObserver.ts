import { blocksOf, emptyWeights, type NetworkWeights } from '#engine/train/network.ts';
import type { Answered, Batch, MeasuredNorms, PassSignals, TrainerSetting } from '#engine/train/trainer.ts';
import { activationsAt, deltasAt } from './networkLayers.ts';
import { moveBlock, panelsToRows, readNetwork } from './panels.ts';
import type { PassState } from './passState.ts';
import type { Forward } from './wasmForward.ts';
import type { WasmGradient } from './wasmGradient.ts';
import type { WasmMemory } from './wasmMemory.ts';
import { measureNorms } from './wasmNorms.ts';

/** The outcome of a batch from what its pass came to. */
export function answeredOf({ losses, answers }: Forward, { count, labels }: Batch): Answered {
  const right = answers.reduce((sum, answer, i) => sum + (answer === labels[i] ? 1 : 0), 0);
  return {
    loss: losses.reduce((sum, loss) => sum + loss, 0) / count,
    accuracy: answers.length > 0 ? right / count : Number.NaN,
    losses,
    answers,
  };
}

/** What a batch comes to that left float32. */
const faulty: Answered = {
  loss: Number.NaN,
  accuracy: Number.NaN,
  losses: new Float32Array(),
  answers: new Uint8Array(),
};

/** Looks at a network without teaching it. */
export function createWasmObserver(
  memory: WasmMemory,
  setting: TrainerSetting,
  state: PassState,
  pass: { readonly forward: (batch: Batch) => Forward; readonly backward: () => unknown },
  gradient: WasmGradient,
) {
  const { layout, floats } = memory;
  const { shape } = setting;
  const { width, depth, outputs } = shape;

  /** Signals of all layers, [depth + 1, count, width]. */
  function layersFrom(placeOf: (d: number) => number): Float32Array {
    const size = state.count * width;
    const found = new Float32Array((depth + 1) * size);
    for (let d = 0; d <= depth; d++) {
      panelsToRows(floats, placeOf(d) / 4, state.rows, found.subarray(d * size, (d + 1) * size), width);
    }
    return found;
  }

  return {
    evaluate: async (batches: readonly Batch[]): Promise<Answered[]> =>
      batches.map((batch) => {
        const forward = pass.forward(batch);
        return forward.fault ? faulty : answeredOf(forward, batch);
      }),
    async outputs(batch: Batch): Promise<Float32Array> {
      const found = new Float32Array(batch.count * outputs);
      if (pass.forward(batch).fault) return found.fill(Number.NaN);
      panelsToRows(floats, layout.outputs / 4, state.rows, found, outputs);
      return found;
    },
    async measure(batch: Batch): Promise<MeasuredNorms> {
      pass.forward(batch);
      pass.backward();
      return measureNorms(memory, setting, state, gradient);
    },
    async gradient(batch: Batch): Promise<NetworkWeights> {
      pass.forward(batch);
      pass.backward();
      const found = emptyWeights(shape);
      const blocks = blocksOf(shape, found);
      const left = blocks[Symbol.iterator]();
      gradient.eachBlock(({ block }) => {
        const { value } = left.next();
        if (value) moveBlock(panelsToRows, floats, layout.gradient, block, value);
      });
      return found;
    },
    async signals(batch: Batch): Promise<PassSignals> {
      pass.forward(batch);
      pass.backward();
      return {
        activations: layersFrom((d) => activationsAt(layout, d)),
        deltas: layersFrom((d) => deltasAt(setting, layout, d)),
      };
    },
    weights: async (): Promise<NetworkWeights> => readNetwork(floats, layout, layout.parameters, shape),
  };
}
