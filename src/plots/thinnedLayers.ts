/** Indices 0..depth, at most about `most` of them, first and last included. */
export function thinnedLayers(depth: number, most: number): number[] {
  const stride = Math.max(1, Math.ceil(depth / most));
  const layers = Array.from({ length: Math.floor(depth / stride) + 1 }, (_, i) => i * stride);
  return layers.at(-1) === depth ? layers : [...layers, depth];
}
