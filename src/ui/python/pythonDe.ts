import type { Translated } from '#experiment/link/translated.ts';
import type { pythonEn } from './pythonEn.ts';

/** Words of the Python dialog, in German. */
export const pythonDe: Translated<typeof pythonEn> = {
  button: 'Python',
  title: 'Dieses Experiment in PyTorch',
  what: 'Ein eigenständiges Skript: dasselbe Modell, dieselben Einstellungen, mit Seed; es druckt die Übersicht mit der Theorie daneben. Eine Messreihe verteilt sich über einen Cluster, wo Ray installiert ist.',
  script: 'Das Skript',
  copy: 'Kopieren',
  copied: 'Kopiert',
  copyFailed: 'Nicht kopiert: den Text von Hand auswählen.',
  save: (name) => `${name} sichern`,
};
