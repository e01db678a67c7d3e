/** Words of the figures that set one matrix in every layer against new ones, in English. */
export const contrast = {
  ownLines: 'each network’s own line, slope 2 ln|λ₁|',
  varianceNew: 'new matrices: ∝ k',
  varianceSquare: 'one matrix: ∝ k²',
  /** What the walks beneath are, by whether those above have one matrix. */
  beneath: { new: 'new matrices', one: 'one matrix' },
  varianceBeneath: { new: 'new matrices, measured ± SE', one: 'one matrix, measured ± SE' },
};
