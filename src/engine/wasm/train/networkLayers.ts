import { matrixOf } from '#engine/train/network.ts';
import type { TrainerSetting } from '#engine/train/trainer.ts';
import type { PlacedBlock, WasmLayout } from './wasmLayout.ts';

/** A layer l = 0..D + 1 of a network, 0 being the input's and D + 1 the output's: its block and where its signals lie. */
export interface Layer {
  readonly index: number;
  readonly block: PlacedBlock;
  /** Addresses of the matrix and of its biases. */
  readonly matrix: number;
  readonly bias: number;
  /** What the matrix reads. */
  readonly reads: number;
  /** dE/da of what the matrix makes, once it is known. */
  readonly delta: number;
}

/** h_d of a layer, dE/dh_d and what the matrix above it reads. */
export const activationsAt = ({ activations, layerBytes }: WasmLayout, d: number) =>
  activations + d * layerBytes;
export const slopesAt = ({ slopes, layerBytes }: WasmLayout, d: number) => slopes + d * layerBytes;
export const streamAt = ({ stream, layerBytes }: WasmLayout, d: number) => stream + d * layerBytes;
export const normedAt = ({ normed, layerBytes }: WasmLayout, d: number) => normed + d * layerBytes;

/** Deltas as they are shown: dE/da_d, or with branches dE/dh_d. */
export const deltasAt = ({ shape }: TrainerSetting, layout: WasmLayout, d: number) =>
  shape.residual > 0 ? streamAt(layout, d) : slopesAt(layout, d);

/** The layers of a network, [depth + 2]. */
export function networkLayers(setting: TrainerSetting, layout: WasmLayout): Layer[] {
  const { shape } = setting;
  const { depth, norm } = shape;
  function blockAt(index: number): PlacedBlock {
    const place = index === 0 ? 0 : index > depth ? layout.blocks.length - 1 : 1 + matrixOf(shape, index);
    const block = layout.blocks[place];
    if (!block) throw new Error(`Layer ${index} has no block.`);
    return block;
  }
  return Array.from({ length: depth + 2 }, (_, index) => {
    const block = blockAt(index);
    const matrix = layout.parameters + block.at;
    const hidden = norm === 'none' ? activationsAt(layout, index - 1) : normedAt(layout, index - 1);
    // The input's layer has no branch: its delta is that of the stream.
    const inner = index === 0 ? deltasAt(setting, layout, 0) : slopesAt(layout, index);
    return {
      index,
      block,
      matrix,
      bias: matrix + block.matrixBytes,
      reads: index === 0 ? layout.inputs : hidden,
      delta: index > depth ? layout.outputDeltas : inner,
    };
  });
}
