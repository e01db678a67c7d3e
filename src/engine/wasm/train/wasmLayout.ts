import { matrixCount, type NetworkShape } from '#engine/train/network.ts';
import type { OptimizerName } from '#engine/train/optimizer.ts';
import type { TrainerSetting } from '#engine/train/trainer.ts';

/** Units of a panel: two vectors of four. */
export const panelUnits = 8;
export const panelsOf = (units: number): number => Math.ceil(units / panelUnits);

/** Samples as the kernels take them, in fours. */
export const rowsOf = (count: number): number => 4 * Math.ceil(count / 4);

/** Bytes of signals of some samples. */
export const signalBytes = (rows: number, units: number): number => 4 * rows * panelUnits * panelsOf(units);

/** A matrix with its biases behind it, [outer, 8 inner, 8] and [outer, 8]; `inner` and `outer` count panels. */
export interface PlacedBlock {
  readonly inner: number;
  readonly outer: number;
  /** Of the matrix, counted from the first matrix. */
  readonly at: number;
  readonly matrixBytes: number;
  /** Of the matrix and its biases. */
  readonly bytes: number;
}

/** Where all of a network in training lies in the kernels' memory, bytes; every place is a multiple of 64. */
export interface WasmLayout {
  /** From the input on, as `blocksOf` has them. */
  readonly blocks: readonly PlacedBlock[];
  readonly parameterBytes: number;
  readonly parameters: number;
  /** The optimiser's moments, as it has them. */
  readonly moments: readonly number[];
  /** The gradient of one block. */
  readonly gradient: number;
  /** A matrix turned over. */
  readonly transposed: number;
  /** Biases of a product that has none. */
  readonly zeros: number;
  /** Samples as they come, [count, inputs], and in panels. */
  readonly samples: number;
  readonly inputs: number;
  /** From one layer to the next of what follows. */
  readonly layerBytes: number;
  /** h_0..h_D. */
  readonly activations: number;
  /** f'(a_d), which become the deltas of the matrices' outputs: with branches, of the branches. */
  readonly slopes: number;
  /** dE/dh_d of a network with branches. */
  readonly stream: number;
  /** What matrices read of a normalised network, and what its samples were multiplied by, [layers, rows]. */
  readonly normed: number;
  readonly factors: number;
  /** A layer's worth on its way. */
  readonly passing: number;
  readonly outputs: number;
  readonly outputDeltas: number;
  /** Pairs of `measureRows`. */
  readonly pairs: number;
  /** Where all of it ends. */
  readonly end: number;
}

/** Moments that an optimiser keeps of every trained number. */
const momentCopies: Readonly<Record<OptimizerName, number>> = { sgd: 0, momentum: 1, adam: 2 };

function placedBlocks(shape: NetworkShape): PlacedBlock[] {
  const { inputs, width, outputs } = shape;
  let at = 0;
  const placed = (rows: number, units: number): PlacedBlock => {
    const [inner, outer] = [panelsOf(rows), panelsOf(units)];
    const matrixBytes = 4 * panelUnits ** 2 * inner * outer;
    const block = { inner, outer, at, matrixBytes, bytes: matrixBytes + 4 * panelUnits * outer };
    at += block.bytes;
    return block;
  };
  return [
    placed(inputs, width),
    ...Array.from({ length: matrixCount(shape) }, () => placed(width, width)),
    placed(width, outputs),
  ];
}

/** The layout of a network for the largest batch it will be given, from an address on. */
export function wasmLayout({ shape, optimizer, batch }: TrainerSetting, start: number): WasmLayout {
  const { inputs, width, depth, outputs, residual, norm } = shape;
  const blocks = placedBlocks(shape);
  const parameterBytes = blocks.reduce((sum, { bytes }) => sum + bytes, 0);
  const rows = rowsOf(batch);
  const layerBytes = signalBytes(rows, width);
  const widest = 4 * panelUnits * panelsOf(Math.max(width, outputs));
  const largest = (sizeOf: (block: PlacedBlock) => number) => Math.max(...blocks.map(sizeOf));
  let end = start;
  function place(bytes: number): number {
    const at = 64 * Math.ceil(end / 64);
    end = at + bytes;
    return at;
  }
  return {
    blocks,
    parameterBytes,
    layerBytes,
    parameters: place(parameterBytes),
    moments: Array.from({ length: momentCopies[optimizer] }, () => place(parameterBytes)),
    gradient: place(largest(({ bytes }) => bytes)),
    transposed: place(largest(({ matrixBytes }) => matrixBytes)),
    zeros: place(widest),
    samples: place(4 * batch * inputs),
    inputs: place(signalBytes(rows, inputs)),
    activations: place((depth + 1) * layerBytes),
    slopes: place((depth + 1) * layerBytes),
    stream: place(residual > 0 ? (depth + 1) * layerBytes : 0),
    normed: place(norm === 'none' ? 0 : (depth + 1) * layerBytes),
    factors: place(norm === 'none' ? 0 : 4 * (depth + 1) * rows),
    passing: place(layerBytes),
    outputs: place(signalBytes(rows, outputs)),
    outputDeltas: place(signalBytes(rows, outputs)),
    pairs: place(8 * Math.max(rows, panelUnits * panelsOf(width))),
    end,
  };
}
