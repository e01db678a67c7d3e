import type { Translated } from '#experiment/dictionary/translated.ts';
import type { contrast as english } from '#ui/dictionary/en/contrast.ts';

/** Words of the figures that set one matrix in every layer against new ones, in German. */
export const contrast: Translated<typeof english> = {
  ownLines: 'Gerade jedes Netzes, Steigung 2 ln|λ₁|',
  varianceNew: 'neue Matrizen: ∝ k',
  varianceSquare: 'eine Matrix: ∝ k²',
  beneath: { new: 'neue Matrizen', one: 'eine Matrix' },
  varianceBeneath: { new: 'neue Matrizen, gemessen ± SE', one: 'eine Matrix, gemessen ± SE' },
};
