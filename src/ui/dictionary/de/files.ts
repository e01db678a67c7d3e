import type { Translated } from '#experiment/dictionary/translated.ts';
import type { files as english } from '#ui/dictionary/en/files.ts';

/** What is said of a file that is opened and is no experiment, in German. */
export const files: Translated<typeof english> = {
  notJson: (name) => `${name} ist keine Experiment-Datei: es ist kein JSON. Nichts wurde geändert.`,
  noExperiment: (name) =>
    `${name} ist JSON, aber ohne ein Experiment von Gradient Walk. Nichts wurde geändert.`,
  tooLarge: (name, size) => `${name} hat ${size}, zu viel für eine Experiment-Datei. Nichts wurde geändert.`,
  unreadable: (name) => `${name} konnte nicht gelesen werden. Nichts wurde geändert.`,
  many: (count) => `${count} Dateien wurden abgelegt; ein Experiment ist eine Datei. Nichts wurde geändert.`,
};
