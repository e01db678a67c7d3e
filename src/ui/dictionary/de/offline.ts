import type { Translated } from '#experiment/dictionary/translated.ts';
import type { offline as english } from '#ui/dictionary/en/offline.ts';

/** Every word of the update's notice, in German. */
export const offline: Translated<typeof english> = {
  label: 'Aktualisierung',
  ready: 'Ein neuerer Gradient Walk ist bereit.',
  reload: 'Neu laden und aktualisieren',
  later: 'Später',
  held: 'Ohne Netz lässt sich die alte Fassung nicht verlassen: die neuere beginnt, wenn jeder Tab mit dieser Seite geschlossen wurde.',
  close: 'Schließen',
};
