import type { Translated } from '#experiment/dictionary/translated.ts';
import type { saving as english } from '#ui/dictionary/en/saving.ts';

/** Every word of exporting a figure, in French. */
export const saving: Translated<typeof english> = {
  menu: (figure) => `Lire ou enregistrer : ${figure}`,
  table: 'Tableau',
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
  /** What the columns of figures' tables are called; their names are those of `run/walk/walkTables.ts` and `run/train/trainTables.ts`. */
  columns: {
    layer: 'couche',
    layersBack: 'couches depuis la sortie',
    mean: 'moyenne de ln Z',
    variance: 'variance de ln Z',
    walk: 'marche',
    from: 'ln Z de',
    to: 'à',
    density: 'densité, mesurée',
    theoryDensity: 'densité au milieu, théorie',
    gain: 'gain',
    driftPerLayer: 'dérive par couche',
    isCurrent: '1 : utilisé',
    step: 'pas',
    loss: 'perte',
    accuracy: 'part de réponses justes',
    heldOut: 'jamais vu',
    example: 'exemple',
    label: 'classe',
    output: 'sortie',
    class: 'classe',
    name: 'nom',
    samples: 'exemples',
    right: 'justes',
    answer: 'répondu',
  },
  withError: (column) => `${column} ± erreur type`,
  /** Where not all rows are shown. */
  part: (shown, rows, leftOut) =>
    `${shown} lignes sur ${rows}${leftOut > 0 ? `, ${leftOut} colonnes omises` : ''}, à intervalles réguliers. Le fichier CSV contient tout.`,
  none: '–',
};
