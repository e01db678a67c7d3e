import type { Translated } from '#experiment/dictionary/translated.ts';
import type { contrast as english } from '#ui/dictionary/en/contrast.ts';

/** Words of the figures that set one matrix in every layer against new ones, in French. */
export const contrast: Translated<typeof english> = {
  ownLines: 'la droite de chaque réseau, pente 2 ln|λ₁|',
  varianceNew: 'nouvelles matrices : ∝ k',
  varianceSquare: 'une seule matrice : ∝ k²',
  beneath: { new: 'nouvelles matrices', one: 'une seule matrice' },
  varianceBeneath: {
    new: 'nouvelles matrices, mesuré ± ES',
    one: 'une seule matrice, mesuré ± ES',
  },
};
