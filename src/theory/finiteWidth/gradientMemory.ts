import type { Layer } from './meanPath.ts';

/**
 * R_d = E rho_d^2 - 1, [depth + 1]: rho_d is the component of the gradient's direction along the part of a_d that the weights
 * make, scaled so that independence gives 1. W_d^T delta_d leans towards h_(d-1) as delta_d leans towards W_d h_(d-1); R_D = 0.
 * Source: docs/MODEL.md, "What the gradient remembers".
 */
export function gradientMemory(layers: readonly Layer[]): Float64Array {
  const memory = new Float64Array(layers.length);
  for (let d = layers.length - 2; d >= 0; d--) {
    const layer = layers[d];
    if (!layer) continue;
    const { keeps, gains } = layer.memory;
    memory[d] = gains + (memory[d + 1] ?? 0) * keeps;
  }
  return memory;
}
