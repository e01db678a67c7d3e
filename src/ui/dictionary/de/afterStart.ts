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
  faults: {
    absent: (name) => `${name} gibt es hier nicht.`,
    insecure: (name) =>
      `Browser geben ${name} nur Seiten, die über https oder von localhost kommen; diese tut es nicht.`,
    'no-kernel': (name) => `Für Läufe auf ${name} gibt es keine Kernel.`,
    'no-adapter': (name) => `Dieser Browser hat ${name}, fand dafür aber keine Grafikkarte.`,
    'self-test-failed': (name) =>
      `${name} gab im Selbsttest beim Start falsche Antworten und wird nicht benutzt.`,
    lost: () => 'Das Grafikgerät ging verloren.',
    lostWorker: 'Ein Worker ging mitten in seinen Läufen verloren.',
    silent: (name) => `Der Browser antwortete nicht auf die Frage nach ${name}.`,
    unstable: (name) =>
      `Das Grafikgerät ging immer wieder verloren: ${name} wird erst wieder benutzt, wenn man es neu wählt.`,
    error: (name) => `${name} versagte.`,
    insteadCpu:
      'Dieselben Läufe macht die TypeScript-Referenz auf dem Prozessor: dieselben Zahlen bis auf Rundung, nur langsamer.',
    insteadWasm:
      'Dieselben Läufe macht der Prozessor mit seinen Vektoren, in WebAssembly: dieselben Zahlen bis auf Rundung.',
    instead: (name) => `Die Läufe gehen mit ${name} weiter; keiner ist verloren.`,
  },
  badge: {
    checks: {
      logNorm: (difference, allowed) =>
        `ln Z gegen TypeScript in float64: größte Abweichung ${difference} (erlaubt ${allowed})`,
      invariant: (difference, allowed) =>
        `a·δ entlang der Schichten: größte relative Änderung ${difference} (erlaubt ${allowed})`,
    },
    selfTest: { passed: 'Selbsttest bestanden', failed: 'Selbsttest nicht bestanden' },
    vectors:
      'Alle Kerne rechnen mit ihren Vektoren: eine Grafikkarte gibt es hier nicht, oder sie war nicht gefragt.',
    raced: (speeds) =>
      `Gemessen am Anfang eines solchen Laufs, Gewichte in der Sekunde, ohne Matrizen ebenso viel Arbeit: ${speeds}. Was am schnellsten ist, rechnet.`,
    notWalked: (name) => `${name} lief nicht`,
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
