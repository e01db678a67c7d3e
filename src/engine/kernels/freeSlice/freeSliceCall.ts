import {
  engine,
  type NamedAttrMap,
  type NamedTensorInfoMap,
  type Tensor,
  type TensorInfo,
  tensor,
} from '@tensorflow/tfjs-core';
import { emptyTensor } from '#engine/device/emptyTensor.ts';
import { layerFields } from './freeLayers.ts';
import { type FreeSlice, freeSliceKernel } from './freeSlice.ts';

/** The tensors that carry a batch of matrix-free walks from slice to slice. Who makes them disposes of them. */
export interface FreeState {
  /** [depth + 1, 4]: the table of `freeLayers`. */
  readonly layers: Tensor;
  /** [batch, 4]: ln|h| now, whether the walk is alive, the component of delta along W h. */
  readonly carried: Tensor;
  /** `keptFloats` a walk: what the backward pass needs of the forward one. */
  readonly kept: Tensor;
}

/** Fresh state for a batch; the caller disposes of it with `disposeFreeState`. */
export function createFreeState(layers: Float32Array, batch: number, floats: number): FreeState {
  const count = layers.length / layerFields;
  return {
    layers: tensor(layers, [count, layerFields]),
    carried: emptyTensor([batch, 4]),
    kept: emptyTensor([Math.max(8, batch * floats)]),
  };
}

export function disposeFreeState({ layers, carried, kept }: FreeState): void {
  layers.dispose();
  carried.dispose();
  kept.dispose();
}

/**
 * Walks one slice on the current backend and advances `state` in place. Returns [batch, steps]: ln of the squared
 * norm's growth in each step (`deadIncrement` for a zero norm). The caller disposes of it.
 */
export function runFreeSlice(slice: FreeSlice, { layers, carried, kept }: FreeState): Tensor {
  return engine().runKernel(freeSliceKernel, { layers, carried, kept }, { ...slice });
}

/** What a kernel function was called with. */
export function readFreeSliceCall(
  inputs: NamedTensorInfoMap | undefined,
  attrs: NamedAttrMap | undefined,
): { slice: FreeSlice; state: Readonly<Record<keyof FreeState, TensorInfo>> } {
  const { layers, carried, kept } = inputs ?? {};
  if (!layers || !carried || !kept || !attrs) throw new Error('FreeSlice lacks its state.');
  // The registry forgets the type of attributes; runFreeSlice above is their only sender.
  const slice = attrs as unknown as FreeSlice;
  return { slice, state: { layers, carried, kept } };
}
