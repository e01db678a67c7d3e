import type { WalkSettings } from '#engine/walk/protocol.ts';

/** Numbers of one layer in the kernel's table: n_d, ln(g sigma_d), quads of units, unused. */
export const layerFields = 4;

type LayerSettings = Pick<WalkSettings, 'depth' | 'width' | 'widths' | 'gain' | 'scaling'>;

/** n_d, d = 0..D. */
export function layerWidth({ width, widths }: LayerSettings, layer: number): number {
  return widths ? (widths[layer] ?? Number.NaN) : width;
}

/**
 * The layers of a network, [depth + 1, 4]: n_d and the log of the standard deviation of g W_d's entries, where
 * n is the width that W_d receives from (fan-in) or sends to (fan-out). Layer 0 has no matrix.
 */
export function freeLayers(settings: LayerSettings): Float32Array {
  const { depth, gain, scaling } = settings;
  const table = new Float32Array((depth + 1) * layerFields);
  for (let d = 0; d <= depth; d++) {
    const width = layerWidth(settings, d);
    const fan = d > 0 && scaling === 'fanin' ? layerWidth(settings, d - 1) : width;
    table.set(
      [width, d === 0 ? 0 : Math.log(gain) - 0.5 * Math.log(fan), Math.ceil(width / 4), 0],
      d * layerFields,
    );
  }
  return table;
}
