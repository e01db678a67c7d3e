import type { Translated } from '#experiment/dictionary/translated.ts';
import type { afterStart as english } from '#ui/dictionary/en/afterStart.ts';

/** What is said only after the page stands, in German. */
export const afterStart: Translated<typeof english> = {
  /** Of a file that is opened and is no experiment. */
  refused: {
    notJson: (name) => `${name} ist keine Experiment-Datei: es ist kein JSON. Nichts wurde geändert.`,
    noExperiment: (name) =>
      `${name} ist JSON, aber ohne ein Experiment von Gradient Walk. Nichts wurde geändert.`,
    tooLarge: (name, megabytes) =>
      `${name} hat ${megabytes} MB, zu viel für eine Experiment-Datei. Nichts wurde geändert.`,
    unreadable: (name) => `${name} konnte nicht gelesen werden. Nichts wurde geändert.`,
    many: (count) =>
      `${count} Dateien wurden abgelegt; ein Experiment ist eine Datei. Nichts wurde geändert.`,
  },
  hearing: {
    walk: (walk, of) =>
      `Lauf ${walk} von ${of} zum Hören: eine Oktave ist ein Faktor 10 der Norm. h beendet ihn.`,
    none: 'Noch gibt es keinen Lauf zu hören.',
    silent: 'Dieser Browser macht keinen Ton.',
  },
  firstUse: {
    what: 'Eine farbige Linie: der Gradient eines Netzes auf dem Weg zurück durch die Schichten. Tinte: die Theorie. Zahlen kann man ziehen.',
    close: 'Schließen',
  },
  /** Of a newer version. */
  update: {
    label: 'Aktualisierung',
    ready: 'Ein neuerer Gradient Walk ist bereit.',
    reload: 'Neu laden und aktualisieren',
    later: 'Später',
    held: 'Ohne Netz lässt sich die alte Fassung nicht verlassen: die neuere beginnt, wenn jeder Tab mit dieser Seite geschlossen wurde.',
    close: 'Schließen',
  },
};
