import type { Translated } from '#experiment/dictionary/translated.ts';
import type { parts as english } from '#ui/dictionary/en/parts.ts';

/** Every word about parts of the page that could not be loaded or that stopped, in French. */
export const parts: Translated<typeof english> = {
  names: {
    table: 'le tableau des nombres',
    figureTexts: 'les figures en mots',
    firstUse: 'la ligne de la première visite',
    page: 'la page',
    train: 'la vue Entraînement',
    scale: 'la vue Échelles',
    learn: 'les leçons',
    findings: 'les résultats',
    embed: 'la vue intégrée',
    settings: 'les réglages',
    tip: 'l’explication',
    share: 'la fenêtre de partage',
    python: 'la fenêtre Python',
    menu: 'le menu de la figure',
    compare: 'la comparaison',
    insight: 'cette figure',
    lessonTraining: 'l’entraînement de la leçon',
    keys: 'la liste des touches',
    teaching: 'la page des enseignants',
    formula: 'la formule',
  },
  notLoaded: (name) => `Impossible de charger ${name}. Tout le reste continue.`,
  stillNot: 'Si le réseau est là, une version plus récente a peut-être remplacé celle-ci.',
  stopped: (name) => `Une erreur de notre fait a arrêté ${name}.`,
  again: 'Réessayer',
  anew: 'Rouvrir la page',
  close: 'Fermer',
};
