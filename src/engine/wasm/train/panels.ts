import { blocksOf, emptyWeights, type NetworkShape, type NetworkWeights } from '#engine/train/network.ts';
import { type PlacedBlock, panelsOf, panelUnits, type WasmLayout } from './wasmLayout.ts';

/** Writes rows of units, [count, units], into panels of `rows` rows at a place in floats; what is between stays. */
export function rowsToPanels(
  floats: Float32Array,
  at: number,
  rows: number,
  values: Float32Array,
  units: number,
): void {
  const count = values.length / units;
  for (let panel = 0; panel < panelsOf(units); panel++) {
    const own = Math.min(panelUnits, units - panel * panelUnits);
    for (let row = 0; row < count; row++) {
      const to = at + (panel * rows + row) * panelUnits;
      const from = row * units + panel * panelUnits;
      for (let i = 0; i < own; i++) floats[to + i] = values[from + i] ?? 0;
    }
  }
}

/** Reads rows of units, [count, units], from panels of `rows` rows. */
export function panelsToRows(
  floats: Float32Array,
  at: number,
  rows: number,
  values: Float32Array,
  units: number,
): void {
  const count = values.length / units;
  for (let panel = 0; panel < panelsOf(units); panel++) {
    const own = Math.min(panelUnits, units - panel * panelUnits);
    for (let row = 0; row < count; row++) {
      const from = at + (panel * rows + row) * panelUnits;
      const to = row * units + panel * panelUnits;
      for (let i = 0; i < own; i++) values[to + i] = floats[from + i] ?? 0;
    }
  }
}

type Move = typeof rowsToPanels;

/** Moves a block between its place, `base` bytes further, and a network's arrays. */
export function moveBlock(
  move: Move,
  floats: Float32Array,
  base: number,
  { inner, matrixBytes }: PlacedBlock,
  block: ReturnType<typeof blocksOf>[number],
): void {
  move(floats, base / 4, inner * panelUnits, block.matrix, block.units);
  move(floats, (base + matrixBytes) / 4, 1, block.bias, block.units);
}

/** Writes a network, or a moment of it, to where its blocks lie from `base` on; what pads it is zero already. */
export function writeNetwork(
  floats: Float32Array,
  { blocks }: WasmLayout,
  base: number,
  shape: NetworkShape,
  weights: NetworkWeights,
): void {
  for (const [i, block] of blocksOf(shape, weights).entries()) {
    const placed = blocks[i];
    if (placed) moveBlock(rowsToPanels, floats, base + placed.at, placed, block);
  }
}

/** The network, or the moment of one, whose blocks lie from `base` on. */
export function readNetwork(
  floats: Float32Array,
  layout: WasmLayout,
  base: number,
  shape: NetworkShape,
): NetworkWeights {
  const weights = emptyWeights(shape);
  const found = blocksOf(shape, weights);
  for (const [i, placed] of layout.blocks.entries()) {
    const block = found[i];
    if (block) moveBlock(panelsToRows, floats, base + placed.at, placed, block);
  }
  return weights;
}
