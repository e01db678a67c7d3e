import { reasonsDe } from './reasonsDe.ts';
import type { StateWords } from './stateWords.ts';

/** What the state says to people, in German. */
export const stateDe: StateWords = {
  notice: {
    value: (key, given, because, used) => `${key}=${given} ${because}: stattdessen gilt ${used}.`,
    unknown: (key, given) =>
      `${key}=${given} sagt dieser Version nichts; es bleibt im Link und ändert nichts.`,
    repeated: (key, given, used) =>
      `${key} ist mehrfach angegeben: es gilt das letzte, ${used}, nicht ${given}.`,
    newer: (given, known) =>
      `Dieser Link stammt von einem neueren Gradient Walk (v=${given}; dieser kennt ${known}). Gezeigt wird, was verstanden wird.`,
    unavailableGain: (f, used) =>
      `gain=paper: das Paper gibt keine Formel für ${f}; stattdessen gilt g*, ${used}.`,
  },
  because: {
    notNumber: 'ist keine Zahl',
    notWhole: 'ist keine ganze Zahl',
    above: (high) => `liegt über dem Größten, ${high}`,
    below: (low) => `liegt unter dem Kleinsten, ${low}`,
    notOneOf: (names) => `ist keins von ${names}`,
    neither: (names) => `ist weder eine Zahl noch eins von ${names}`,
    cannotHide: (names) => `nennt ${names}, was sich nicht verbergen lässt`,
    notWidths: 'ist keine Liste von Breiten wie 784-512-10',
    manyLayers: (most) => `hat mehr als ${most} Schichten`,
    widthOutside: (high) => `hat eine Breite außerhalb von 1..${high}`,
  },
  excuse: {
    freeWeights: 'hat für diese Gewichte kein Gesetz: stattdessen werden Matrizen benutzt.',
    freeEnsemble: 'kann kein Netz zwischen Läufen teilen: stattdessen werden Matrizen benutzt.',
    branchesAreFree: 'wird ohne Matrix gelaufen.',
    branchWeights: 'braucht normalverteilte oder orthogonale Gewichte: stattdessen gilt 0.',
    branchEnsemble: 'braucht ein neues Netz für jeden Lauf: stattdessen gilt 0.',
    branchPass: 'wird für Gewichtsgradienten nicht gelaufen: stattdessen gilt 0.',
  },
  reasons: reasonsDe,
  cancelled: 'Der Lauf wurde abgebrochen.',
  sweepCancelled: 'Die Messreihe wurde abgebrochen.',
};
