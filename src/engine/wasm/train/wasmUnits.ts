import type { TrainerSetting } from '#engine/train/trainer.ts';
import { activationsAt, type Layer, slopesAt } from './networkLayers.ts';
import { layerOf, type PassState } from './passState.ts';
import { panelUnits } from './wasmLayout.ts';
import type { WasmMemory } from './wasmMemory.ts';

/** Ordinals of what a layer has made. */
export interface Made {
  /** Of all of its numbers: whether they are finite. */
  readonly seen: number;
  /** At least that of its activations. */
  readonly bound: number;
}

/** SELU stretches by 1.06 at most and ends at -1.76; the others neither stretch nor pass 1: so f(a) is below 2 or twice a. */
const boundOfValues = (ordinal: number) => Math.max(0x40000000, ordinal + (1 << 23));

/** Makes the units of layer d = 0..D of the batch: h_d, and f'(a_d) where there is an f. */
export function createWasmUnits(
  { kernels, layout }: WasmMemory,
  { shape, nonlinearity }: TrainerSetting,
  state: PassState,
): { product(layer: Layer, to: number): void; make(d: number): Made } {
  const { width, residual } = shape;
  const activate = kernels[nonlinearity];
  const beyond = width % panelUnits;

  function product({ reads, block, matrix, bias }: Layer, to: number): void {
    kernels.multiply(reads, state.rows, block.inner, matrix, bias, to, block.outer);
  }

  /** f in place, slopes beside; the largest ordinal of what it was given. */
  function activated(at: number, d: number): number {
    const largest = activate(at, slopesAt(layout, d), state.bytes);
    // Units that the layer does not have stay zero by themselves, but for the one f that is not zero there.
    if (nonlinearity === 'sigmoid' && beyond > 0) {
      kernels.clearUnits(at + state.bytes - 4 * panelUnits * state.rows, state.rows, beyond);
    }
    return largest;
  }

  function plain(d: number): Made {
    const h = activationsAt(layout, d);
    product(layerOf(state, d), h);
    const seen = activated(h, d);
    return { seen, bound: boundOfValues(seen) };
  }

  /** h_0 = a_0, and h_d = h_(d-1) + alpha f(a_d). */
  function branched(d: number): Made {
    const h = activationsAt(layout, d);
    if (d === 0) {
      product(layerOf(state, 0), h);
      const seen = kernels.largestOrdinal(h, state.bytes);
      return { seen, bound: seen };
    }
    product(layerOf(state, d), layout.passing);
    const seen = activated(layout.passing, d);
    const below = activationsAt(layout, d - 1);
    const bound = kernels.addScaled(h, below, layout.passing, state.bytes, residual);
    return { seen: Math.max(seen, bound), bound };
  }

  return { product, make: residual > 0 ? branched : plain };
}
