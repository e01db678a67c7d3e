/** Layers that a script prints: the first, some between, the last. */
export function shownLayers(depth: number): readonly number[] {
  const quarters = [1, Math.round(depth / 4), Math.round(depth / 2), Math.round((3 * depth) / 4), depth];
  return [...new Set(quarters)].filter((layer) => layer > 0);
}
