import type { Translated } from '#experiment/dictionary/translated.ts';
import type { learn as english } from '#ui/dictionary/en/learn.ts';

/** Every word of the learn view that belongs to no lesson, in French. */
export const learn: Translated<typeof english> = {
  lessons: 'Leçons',
  of: (lesson, all) => `Leçon ${lesson} sur ${all}`,
  previous: 'Précédente',
  next: 'Suivante',
  predict: 'Pariez d’abord',
  reveal: 'Montrer',
  rightAnswer: 'C’est bien ce qui se passe.',
  wrongAnswer: (right) => `Il en va autrement : ${right}.`,
  formula: 'En formules',
  tryIt: 'Essayez',
  reset: 'Revenir à l’état de la leçon',
  onward: {
    walk: 'Ouvrir dans Marche',
    train: 'Ouvrir dans Entraînement',
    scale: 'Mesurer dans Échelles',
  },
  present: 'Présenter',
  presentHelp: 'Plein écran et grands caractères, pour un cours',
  notesWindow: 'Fenêtre de présentation',
  teachers: 'Pour les enseignants',
  blank: 'Écran noir ; touche . pour reprendre',
  keysTitle: 'Touches',
  keysHelp: 'Touches (?)',
  keys: {
    next: 'montrer, puis la leçon suivante',
    previous: 'cacher, puis la leçon précédente',
    first: 'la première leçon',
    last: 'la dernière leçon',
    blank: 'noircir l’écran, et retour',
    leave: 'quitter le cours',
    help: 'cette liste',
  },
  keyNames: {
    ' ': 'Espace',
    PageDown: 'Page ↓',
    PageUp: 'Page ↑',
    Home: 'Début',
    End: 'Fin',
    Escape: 'Échap',
  },
  keysNote:
    'Les touches n’agissent jamais tant qu’un réglage a le focus. F5 recharge la page, comme toujours.',
  presenter: {
    say: 'Dire',
    upNext: 'Ensuite',
    end: 'la fin',
    revealed: 'La figure est montrée',
    hidden: 'La salle parie',
    elapsed: 'Écoulé',
    alone: 'Aucun cours n’est ouvert dans l’autre fenêtre.',
  },
};
