import type { Translated } from '#experiment/dictionary/translated.ts';
import type { saving as english } from '#ui/dictionary/en/saving.ts';

/** Every word of exporting a figure, in French. */
export const saving: Translated<typeof english> = {
  menu: (figure) => `Enregistrer : ${figure}`,
  title: (figure) => `Enregistrer sous : ${figure}`,
  figures: {
    walk: 'la marche',
    variance: 'la variance',
    end: 'les fins de marche',
    gain: 'dérive selon le gain',
    'layers-backward': 'les gradients',
    'layers-weights': 'les gradients des poids',
    'layers-forward': 'les activations',
    heat: 'la carte de chaleur',
    loss: 'la perte',
    accuracy: 'le taux de réussite',
    examples: 'les exemples',
    worst: 'les pires erreurs',
    confusion: 'les réponses par classe',
  },
  formats: {
    svg: 'SVG, vectoriel',
    png: 'PNG, 2×',
    csv: 'CSV, en nombres',
    json: 'JSON, en nombres',
  },
  noData: 'Rien n’est encore mesuré',
  failed: (file, reason) => `${file} n’a pas pu être produit : ${reason}`,
};
