import type { ExperimentDictionary } from '#experiment/dictionary/dictionary.ts';
import { number, plural } from './numbers.ts';
import { reasons } from './reasons.ts';

/** What the experiment and its runs say to people, in German. */
export const experiment: ExperimentDictionary = {
  notice: {
    value: (key, given, because, used) => `${key}=${given} ${because}: stattdessen gilt ${used}.`,
    unknown: (key, given) =>
      `${key}=${given} sagt dieser Version nichts; es bleibt im Link und ändert nichts.`,
    repeated: (key, given, used) =>
      `${key} ist mehrfach angegeben: es gilt das letzte, ${used}, nicht ${given}.`,
    newer: (given, known) =>
      `Dieser Link stammt von einem neueren Gradient Walk (v=${given}; dieser kennt ${known}). Gezeigt wird, was verstanden wird.`,
    tooLong: (keys) => `Weggelassen, weil der Text länger ist als jeder, der etwas bedeutet: ${keys}.`,
    manyPairs: (given, most) =>
      `${given} Angaben sind zu viele: die ersten ${most} wurden gelesen, die übrigen nicht.`,
    manyUnknown: (count, most) =>
      `${count} weitere ${plural(count, 'Angabe sagt', 'Angaben sagen')} dieser Version nichts und ${plural(count, 'fällt', 'fallen')} weg; höchstens ${most} bleiben.`,
    unavailableGain: (f, used) =>
      `gain=paper: das Paper gibt keine Formel für ${f}; stattdessen gilt g*, ${used}.`,
  },
  because: {
    notNumber: 'ist keine Zahl',
    ambiguous: (one, other) => `kann ${number(one)} oder ${number(other)} heißen`,
    tooLong: (longest) => `hat mehr als ${longest} Zeichen`,
    notWhole: 'ist keine ganze Zahl',
    above: (high) => `liegt über dem Größten, ${number(high)}`,
    below: (low) => `liegt unter dem Kleinsten, ${number(low)}`,
    notOneOf: (names) => `ist keins von ${names}`,
    neither: (names) => `ist weder eine Zahl noch eins von ${names}`,
    cannotHide: (names) => `nennt ${names}, was sich nicht verbergen lässt`,
    notSet: 'bezeichnet keine eigenen Daten',
    notWidths: 'ist keine Liste von Breiten wie 784-512-10',
    manyLayers: (most) => `hat mehr als ${most} Schichten`,
    notPinned: (parts: string) => `nennt ${parts}, was kein Vergleich haben kann`,
    manyPins: (most: number) => `vergleicht mit mehr als ${most} Experimenten`,
    pinnedTwice: 'vergleicht zweimal mit demselben Experiment',
    widthOutside: (high) => `hat eine Breite außerhalb von 1..${number(high)}`,
  },
  limitation: {
    freeWeights:
      'Nur normalverteilte und orthogonale Gewichte haben ein Gesetz ohne Matrix: es laufen echte Matrizen.',
    freeEnsemble: 'Läufe, die ein Netz teilen, brauchen seine Matrizen: es laufen echte Matrizen.',
    freeTied: 'Eine Matrix in allen Schichten hat kein Gesetz ohne Matrix: es laufen echte Matrizen.',
    freeBranchPass: 'Gewichtsgradienten von Residualzweigen laufen mit echten Matrizen.',
  },
  reasons: reasons,
  nothingRuns: 'Auf der Seite der Befunde läuft nichts.',
  cancelled: 'Der Lauf wurde abgebrochen.',
  sweepCancelled: 'Die Messreihe wurde abgebrochen.',
};
