import type { UpdateConstants } from '#engine/train/fused/dispatch.ts';
import type { OptimizerName } from '#engine/train/optimizer.ts';
import type { StepFault, TrainerSetting } from '#engine/train/trainer.ts';
import { adamEpsilon, adamSecondMoment } from '#engine/train/trainer.ts';
import type { Layer } from './networkLayers.ts';
import { firstNotFinite, type PassState } from './passState.ts';
import type { WasmMemory } from './wasmMemory.ts';

/** The gradient of the mean loss after a backward pass, a block at a time, and what the optimiser makes of it. */
export interface WasmGradient {
  /** Writes the gradient of a layer's block where blocks' gradients go; of tied layers each one's share. */
  ofLayer(layer: Layer, adds?: boolean): void;
  /** Calls `use` with every block's gradient made, that of tied layers summed, and the last layer that has the block. */
  eachBlock(use: (layer: Layer) => void): void;
  /** The first layer whose gradient leaves float32. */
  fault(): StepFault | null;
  /** Changes the network. */
  apply(constants: UpdateConstants): void;
}

/** The magnitude of which an ordinal is the bits. */
function magnitudeOf(ordinal: number): number {
  return new Float32Array(Int32Array.of(ordinal).buffer)[0] ?? Number.NaN;
}

/** No sum of products stays below it and leaves float32, whatever the order of its terms. */
const surelyFinite = 1e38;

/** Changes a layer's block by the gradient that was made of it last. */
function change(
  { kernels, layout }: WasmMemory,
  optimizer: OptimizerName,
  { block, matrix }: Layer,
  { rate, momentum, firstCorrection, secondCorrection }: UpdateConstants,
): void {
  const { gradient } = layout;
  const { bytes } = block;
  const [first = 0, second = 0] = layout.moments.map((moment) => moment + block.at);
  if (optimizer === 'sgd') kernels.descend(matrix, gradient, bytes, rate);
  if (optimizer === 'momentum') kernels.descendWithMomentum(matrix, gradient, first, bytes, rate, momentum);
  if (optimizer === 'adam') {
    kernels.adam(
      matrix,
      gradient,
      first,
      second,
      bytes,
      rate,
      momentum,
      1 - momentum,
      adamSecondMoment,
      1 - adamSecondMoment,
      firstCorrection,
      secondCorrection,
      adamEpsilon,
    );
  }
}

export function createWasmGradient(
  memory: WasmMemory,
  { shape, optimizer }: TrainerSetting,
  state: PassState,
): WasmGradient {
  const { kernels, layout } = memory;
  const { depth, tied } = shape;
  const { layers, read, made } = state;

  function ofLayer({ reads, delta, block }: Layer, adds = false): void {
    const { inner, outer, matrixBytes } = block;
    const scale = 1 / state.count;
    const add = adds ? 1 : 0;
    kernels.sumProducts(reads, state.rows, inner, delta, outer, scale, layout.gradient, add);
    kernels.sumDeltas(delta, state.rows, outer, scale, layout.gradient + matrixBytes, add);
  }

  function eachBlock(use: (layer: Layer) => void): void {
    for (const layer of layers) {
      const { index } = layer;
      const isShared = tied && index > 0 && index <= depth;
      ofLayer(layer, isShared && index > 1);
      if (!isShared || index === depth) use(layer);
    }
  }

  /** Whether no sum of the products that gradients are can leave float32. */
  function isBounded(): boolean {
    const terms = state.count * (tied ? depth : 1);
    return layers.every(({ index }) => {
      const [x, delta] = [magnitudeOf(read[index] ?? 0), magnitudeOf(made[index] ?? 0)];
      return terms * x * delta < surelyFinite && terms * delta < surelyFinite;
    });
  }

  function fault(): StepFault | null {
    if (isBounded()) return null;
    let found: StepFault | null = null;
    eachBlock(({ block, index }) => {
      const isBad = kernels.largestOrdinal(layout.gradient, block.bytes) >= firstNotFinite;
      if (isBad) found ??= { where: 'gradient', layer: index };
    });
    return found;
  }

  return {
    ofLayer,
    eachBlock,
    fault,
    apply: (constants) => eachBlock((layer) => change(memory, optimizer, layer, constants)),
  };
}
