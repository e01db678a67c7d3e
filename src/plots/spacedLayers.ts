/** Layers 1..depth, about `most` of them at most, evenly spaced on a logarithmic axis; first and last included. */
export function spacedLayers(depth: number, most: number): number[] {
  const steps = Math.max(1, most - 1);
  const layers = Array.from({ length: steps + 1 }, (_, i) => Math.round(depth ** (i / steps)));
  return [...new Set(layers)];
}
