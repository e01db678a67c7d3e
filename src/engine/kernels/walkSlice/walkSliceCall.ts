import {
  engine,
  type NamedAttrMap,
  type NamedTensorInfoMap,
  type Tensor,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import { emptyTensor } from '#engine/device/emptyTensor.ts';
import { stateRows, type WalkStateSetting } from './stateRows.ts';
import { type WalkSlice, walkSliceKernel } from './walkSlice.ts';

/** The tensors that carry a batch of walks from slice to slice. Who makes them disposes of them. */
export interface WalkState {
  /** [batch, rows, 4 ceil(width / 4)], or a single quad when not kept: x of a_d = s_d x, then norm(h_d) where there is a norm. */
  readonly preActivations: Tensor;
  /** [batch, scales]: ln s_d, the log-scale of the activations now, then ln of each norm's divisor. */
  readonly logScales: Tensor;
  /** [batch, 4 ceil(width / 4)]: the vector that is walked, of squared norm N. */
  readonly vectors: Tensor;
}

/** Fresh state for a batch; the caller disposes of it with `disposeWalkState`. */
export function createWalkState(batch: number, setting: WalkStateSetting): WalkState {
  const padded = 4 * Math.ceil(setting.width / 4);
  const { kept, scales } = stateRows(setting);
  return {
    preActivations: emptyTensor(kept > 0 ? [batch, kept, padded] : [4]),
    logScales: emptyTensor([batch, scales]),
    vectors: emptyTensor([batch, padded]),
  };
}

export function disposeWalkState(state: WalkState): void {
  state.preActivations.dispose();
  state.logScales.dispose();
  state.vectors.dispose();
}

/**
 * Walks one slice on the current backend and advances `state` in place.
 * Returns increments [batch, steps, 2]: ln of the squared norm's growth in each step (`deadIncrement` for a
 * zero norm) and, backwards, of a plain network with kept pre-activations a_d . delta_d in the scales of the two vectors, of
 * a residual one ln of the share of |delta_d|^2 that reaches its branch, |f'(a_d) delta_d|^2/|delta_d|^2.
 * The caller disposes of it.
 */
export function runWalkSlice(slice: WalkSlice, state: WalkState): Tensor {
  const { preActivations, logScales, vectors } = state;
  return engine().runKernel(walkSliceKernel, { preActivations, logScales, vectors }, { ...slice });
}

/** What a kernel function was called with. */
export function readWalkSliceCall(
  inputs: NamedTensorInfoMap | undefined,
  attrs: NamedAttrMap | undefined,
): { slice: WalkSlice; state: readonly TensorInfo[] } {
  const { preActivations, logScales, vectors } = inputs ?? {};
  if (!preActivations || !logScales || !vectors || !attrs) throw new Error('WalkSlice lacks its state.');
  // The registry forgets the type of attributes; runWalkSlice above is their only sender.
  const slice = attrs as unknown as WalkSlice;
  return { slice, state: [preActivations, logScales, vectors] };
}
