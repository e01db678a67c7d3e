import { plural } from '#experiment/dictionary/de/numbers.ts';
import type { Translated } from '#experiment/dictionary/translated.ts';
import type { own as english } from '#ui/dictionary/en/train/own.ts';
import { countText } from '#ui/text/countText.ts';

/** What is said of data of the user's own, in German. */
export const own: Translated<typeof english> = {
  title: 'Eigene Daten',
  drop: ({ bytes, rows, inputs, classes }) =>
    `Eine CSV-Datei mit Kopfzeile, oder NPY-, NPZ- oder IDX-Dateien, hier oder irgendwo auf der Seite ablegen: bis zu ${Math.round(bytes / 2 ** 20)} MB je Datei, ${countText(rows)} Zeilen, ${countText(inputs)} Eingaben, ${classes} Klassen. Nichts verlässt diesen Rechner.`,
  choose: 'Dateien wählen',
  other: 'Andere Dateien',
  save: 'Für Python sichern',
  counts: (train, heldOut, inputs, classes) =>
    `${countText(train)} zum Lernen, ${countText(heldOut)} zurückgehalten; ${countText(inputs)} ${plural(inputs, 'Eingabe', 'Eingaben')}, ${classes} Klassen`,
  done: (name, counts, kept) =>
    `${name} ist da: ${counts}; ${kept ? 'in diesem Browser aufbewahrt' : 'dieser Browser bewahrt sie nicht auf'}.`,
  named: (name) => `eigene Daten, „${name}“`,
  kept: 'In diesem Browser aufbewahrt',
  use: (name) => `Auf ${name} trainieren`,
  forget: (name) => `${name} vergessen`,
  label: 'Welche Spalte ist die Klasse?',
  none: 'wählen',
  leftOut: (columns) => `Keine Eingaben, da ohne Zahlen oder ohne Namen: ${columns}.`,
  unnamed: '(ohne Namen)',
  standardise: 'Jede Eingabe auf Mittelwert 0 und Abweichung 1 bringen',
  train: 'Darauf trainieren',
  dismiss: 'Diese nicht',
  classes: 'Klassen zum Lernen',
  classCount: (name, count) => `${name}: ${countText(count)}`,
  more: (count) => `und ${countText(count)} weitere`,
  values: 'Werte der Eingaben',
  valuesFrom: (low, high) => `Werte der Eingaben, von ${low} bis ${high}`,
  samples: 'Einige davon',
  figures: { values: 'die Werte der Eingaben', samples: 'einige der Beispiele' },
  columns: { from: 'Wert von', count: 'wie oft' },
};
