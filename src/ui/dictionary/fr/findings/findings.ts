import { plural } from '#experiment/dictionary/fr/numbers.ts';
import type { Translated } from '#experiment/dictionary/translated.ts';
import type { findings as english } from '#ui/dictionary/en/findings/findings.ts';

/** Every word of the findings view that belongs to no question, in French. */
export const findings: Translated<typeof english> = {
  nav: 'Questions posées',
  of: (question, all) => `Question ${question} sur ${all}`,
  figureLabel: 'Figure montrée',
  dataLabel: 'Données',
  expectedLead: 'On attend :',
  open: 'Entraîner ici le meilleur',
  hint: 'Chaque point est la moyenne sur les graines, avec son erreur type ; il ouvre l’expérience.',
  none: 'aucun',
  best: 'g*',
  layers: (depth) => `${depth} couches`,
  steps: (count) => `${count} pas`,
  readout: (series, where, value, read, asked) =>
    `${series}, ${where} : ${value}, ${read === asked ? `${asked} ${plural(asked, 'entraînement', 'entraînements')}` : `atteint par ${read} entraînements sur ${asked}`}`,
  where: {
    push: (push) => `ln Z déplacé de ${push}`,
    depth: (depth) => `${depth} couches`,
    factor: (factor) => `${factor} fois le gain de He`,
  },
  axes: {
    push: 'déplacement de ln Z par le gain sur toutes les couches, D ln (g/g*)²',
    depth: 'couches cachées',
    factor: 'gain rapporté à celui de He',
    error: 'erreur d’entraînement, part de réponses fausses',
    squaredError: 'erreur quadratique rapportée à celle de la meilleure réponse constante',
    steps: 'pas jusqu’à la moitié de la perte du hasard',
  },
  series: {
    relu: 'ReLU',
    tanh: 'tanh',
    orthogonal: 'tanh, orthogonaux',
    plain: 'simple',
    branches: 'branches avec α = 1',
    rootBranches: 'branches avec α = 1/√D',
    rms: 'norme RMS',
    layer: 'norme de couche',
    both: 'branches et norme de couche',
    tied: 'une matrice',
    untied: 'nouvelles matrices',
  },
  choices: {
    orthogonal: 'tanh, orthogonaux',
    tanh: 'tanh, gaussiens',
    relu: 'ReLU, gaussiens',
    depth: 'selon la profondeur',
    gain: 'selon le gain',
  },
  ranTitle: 'Comment c’est fait',
  ran: ({ trainings, diverged, unchecked, seeds, isSmall, seconds, machines }) =>
    `${trainings} entraînements${isSmall ? ' à la petite taille' : ''}, ${seeds} graines, en ${Math.round(seconds / 60)} minutes d’une machine qui avait aussi autre chose à faire (${machines.join(' ; ')}). ${diverged} sont sortis de float32 ; pour ${unchecked}, la vérification finale a échoué, de petites erreurs d’arrondi étant devenues grandes. Largeur 32, lots de 32, SGD simple au taux que chaque réseau a trouvé pour lui, sauf mention contraire. Les résultats sont dans docs/experiments du dépôt ; npm run experiments les refait.`,
};
