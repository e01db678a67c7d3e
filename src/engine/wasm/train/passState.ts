import type { TrainerSetting } from '#engine/train/trainer.ts';
import { type Layer, networkLayers } from './networkLayers.ts';
import type { WasmMemory } from './wasmMemory.ts';

/** What a pass knows of the batch that it takes through a network. */
export interface PassState {
  /** [depth + 2] */
  readonly layers: readonly Layer[];
  /** Ordinals of the largest number that each layer's matrix read, and of the largest delta of what it made: [depth + 2]. */
  readonly read: Int32Array;
  readonly made: Int32Array;
  /** Samples of the batch, and its rows: as many more as make them a multiple of four. */
  count: number;
  rows: number;
  /** Of a layer's signals. */
  bytes: number;
}

/** The smallest ordinal of a number that is not finite. */
export const firstNotFinite = 0x7f800000;

export function createPassState(setting: TrainerSetting, { layout }: WasmMemory): PassState {
  const layers = networkLayers(setting, layout);
  const read = new Int32Array(layers.length);
  const made = new Int32Array(layers.length);
  return { layers, read, made, count: 0, rows: 0, bytes: 0 };
}

/** A layer of a network, 0..depth + 1. */
export function layerOf({ layers }: PassState, index: number): Layer {
  const layer = layers[index];
  if (!layer) throw new Error(`There is no layer ${index}.`);
  return layer;
}

/** Address of what the samples of a normalised layer were multiplied by. */
export const factorsAt = ({ layout }: WasmMemory, { rows }: PassState, d: number) =>
  layout.factors + 4 * d * rows;
