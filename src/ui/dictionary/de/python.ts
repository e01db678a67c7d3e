import type { Translated } from '#experiment/dictionary/translated.ts';
import type { python as english } from '#ui/dictionary/en/python.ts';

/** Words of the Python dialog, in German. */
export const python: Translated<typeof english> = {
  title: 'Dieses Experiment in PyTorch',
  what: 'Ein eigenständiges Skript: dasselbe Modell, dieselben Einstellungen, mit Seed; es druckt die Übersicht mit der Theorie daneben. Läufe und Messreihen verteilen sich auf Worker, wo Ray oder Dask installiert ist: --cluster ADRESSE nennt einen Cluster, --on here verzichtet darauf.',
  script: 'Das Skript',
  copy: 'Kopieren',
  copied: 'Kopiert',
  copyFailed: 'Nicht kopiert: den Text von Hand auswählen.',
  save: (name) => `${name} sichern`,
};
