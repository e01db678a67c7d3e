/** ln of a sum of squares from pairs of a largest magnitude and a sum of squares over it. */
export function logOfPairs(pairs: Float32Array): number {
  let largest = 0;
  for (let i = 0; i < pairs.length; i += 2) largest = Math.max(largest, pairs[i] ?? 0);
  if (largest === 0) return Number.NEGATIVE_INFINITY;
  let sum = 0;
  for (let i = 0; i < pairs.length; i += 2) sum += (pairs[i + 1] ?? 0) * ((pairs[i] ?? 0) / largest) ** 2;
  return 2 * Math.log(largest) + Math.log(sum);
}

/** Mean of ln of the squares of rows, of which there are such pairs; rows of zeros are left out. */
export function meanLogOfPairs(pairs: Float32Array): number {
  let sum = 0;
  let living = 0;
  for (let i = 0; i < pairs.length; i += 2) {
    const log = logOfPairs(pairs.subarray(i, i + 2));
    if (log === Number.NEGATIVE_INFINITY) continue;
    sum += log;
    living += 1;
  }
  return living === 0 ? Number.NEGATIVE_INFINITY : sum / living;
}
