import type { Translated } from '#experiment/link/translated.ts';
import type { offlineEn } from './offlineEn.ts';

/** Every word of the update's notice, in German. */
export const offlineDe: Translated<typeof offlineEn> = {
  label: 'Aktualisierung',
  ready: 'Ein neuerer Gradient Walk ist bereit.',
  reload: 'Neu laden und aktualisieren',
  later: 'Später',
  held: 'Ohne Netz lässt sich die alte Fassung nicht verlassen: die neuere beginnt, wenn jeder Tab mit dieser Seite geschlossen wurde.',
  close: 'Schließen',
};
