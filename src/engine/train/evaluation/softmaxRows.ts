/** Probabilities from logits, row by row. */
export function softmaxRows(logits: Float32Array, columns: number): Float32Array {
  const shares = new Float32Array(logits.length);
  for (let start = 0; start < logits.length; start += columns) {
    const row = logits.subarray(start, start + columns);
    const top = Math.max(...row);
    const sum = row.reduce((total, logit) => total + Math.exp(logit - top), 0);
    for (const [i, logit] of row.entries()) shares[start + i] = Math.exp(logit - top) / sum;
  }
  return shares;
}
