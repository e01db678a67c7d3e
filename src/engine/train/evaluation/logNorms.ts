/** ln of the squared norm of part of an array, -Infinity for zero; scaled by the largest entry, so that nothing under- or overflows. */
export function logSquaredNorm(values: Float32Array, start = 0, end = values.length): number {
  let largest = 0;
  for (let i = start; i < end; i++) largest = Math.max(largest, Math.abs(values[i] ?? 0));
  if (largest === 0) return Number.NEGATIVE_INFINITY;
  let sum = 0;
  for (let i = start; i < end; i++) sum += ((values[i] ?? 0) / largest) ** 2;
  return 2 * Math.log(largest) + Math.log(sum);
}

/** Mean over samples of ln |row|^2 for each layer of signals [layers, count, width]; samples with a zero norm are left out. */
export function meanLogNorms(
  signals: Float32Array,
  layers: number,
  count: number,
  width: number,
): Float32Array {
  return Float32Array.from({ length: layers }, (_, layer) => {
    let sum = 0;
    let living = 0;
    for (let sample = 0; sample < count; sample++) {
      const start = (layer * count + sample) * width;
      const log = logSquaredNorm(signals, start, start + width);
      if (log === Number.NEGATIVE_INFINITY) continue;
      sum += log;
      living += 1;
    }
    return living === 0 ? Number.NEGATIVE_INFINITY : sum / living;
  });
}
