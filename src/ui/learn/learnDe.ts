import type { Translated } from '#state/translated.ts';
import type { learnEn } from './learnEn.ts';

/** Every word of the learn view that belongs to no lesson, in German. */
export const learnDe: Translated<typeof learnEn> = {
  lessons: 'Lektionen',
  of: (lesson, all) => `Lektion ${lesson} von ${all}`,
  previous: 'Zurück',
  next: 'Weiter',
  predict: 'Erst schätzen',
  reveal: 'Zeigen',
  rightAnswer: 'So kommt es.',
  wrongAnswer: (right) => `Es kommt anders: ${right}.`,
  formula: 'In Formeln',
  tryIt: 'Versuch',
  reset: 'Zurück zum Zustand der Lektion',
  onward: { walk: 'In Lauf öffnen', train: 'In Training öffnen', scale: 'In Skalen messen' },
  present: 'Vorführen',
  presentHelp: 'Ganzer Bildschirm und große Schrift, für eine Vorlesung',
  notesWindow: 'Fenster für Vortragende',
  teachers: 'Für Lehrende',
  blank: 'Dunkel; weiter mit .',
  keysTitle: 'Tasten',
  keysHelp: 'Tasten (?)',
  keys: {
    next: 'zeigen, dann die nächste Lektion',
    previous: 'verbergen, dann die Lektion davor',
    first: 'die erste Lektion',
    last: 'die letzte Lektion',
    blank: 'den Bildschirm verdunkeln, und zurück',
    leave: 'die Vorlesung verlassen',
    help: 'diese Liste',
  },
  keysNote: 'Tasten wirken nie, solange ein Bedienelement den Fokus hat. F5 lädt die Seite neu, wie immer.',
  presenter: {
    say: 'Sagen',
    upNext: 'Danach',
    end: 'das Ende',
    revealed: 'Die Abbildung ist zu sehen',
    hidden: 'Es wird geschätzt',
    elapsed: 'Vergangen',
    alone: 'Im anderen Fenster ist keine Lektion offen.',
  },
};
