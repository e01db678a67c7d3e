import type { StepFault, TrainerSetting } from '#engine/train/trainer.ts';
import { normedAt, slopesAt, streamAt } from './networkLayers.ts';
import { factorsAt, firstNotFinite, layerOf, type PassState } from './passState.ts';
import { panelsOf, signalBytes } from './wasmLayout.ts';
import type { WasmMemory } from './wasmMemory.ts';

/** From dE/dy, which the last forward pass left, down to delta_0: says which layer, from above, was the first to leave float32. */
export function createWasmBackward(
  memory: WasmMemory,
  { shape }: TrainerSetting,
  state: PassState,
): () => StepFault | null {
  const { kernels, layout } = memory;
  const { width, depth, outputs, residual, norm } = shape;
  const isCentred = norm === 'layer' ? 1 : 0;

  /** dE/dh_d from the deltas of the layer above, to a place. */
  function handDown(d: number, to: number): void {
    const { block, matrix, delta } = layerOf(state, d + 1);
    const { inner, outer } = block;
    kernels.transpose(matrix, inner, outer, layout.transposed);
    kernels.multiply(delta, state.rows, outer, layout.transposed, layout.zeros, to, inner);
    if (norm === 'none') return;
    const [x, factors] = [normedAt(layout, d), factorsAt(memory, state, d)];
    kernels.throughNormalisation(to, state.rows, panelsOf(width), width, isCentred, x, factors);
  }

  function plainBelow(d: number): number {
    handDown(d, layout.passing);
    return kernels.multiplySlopes(slopesAt(layout, d), layout.passing, state.bytes, 1);
  }

  /** With branches: dE/dh_d in the stream, and the delta of the branch; the largest ordinal of both. */
  function branchBelow(d: number): number {
    const stream = streamAt(layout, d);
    if (d === depth) handDown(d, stream);
    else {
      handDown(d, layout.passing);
      kernels.addScaled(stream, streamAt(layout, d + 1), layout.passing, state.bytes, 1);
    }
    const seen = kernels.largestOrdinal(stream, state.bytes);
    if (d === 0) return seen;
    return Math.max(seen, kernels.multiplySlopes(slopesAt(layout, d), stream, state.bytes, residual));
  }

  const below = residual > 0 ? branchBelow : plainBelow;

  return () => {
    const last = signalBytes(state.rows, outputs);
    state.made[depth + 1] = kernels.largestOrdinal(layout.outputDeltas, last);
    let fault: StepFault | null = null;
    for (let d = depth; d >= 0; d--) {
      const seen = below(d);
      state.made[d] = seen;
      if (seen >= firstNotFinite) fault ??= { where: 'gradient', layer: d };
    }
    return fault;
  };
}
