import type { Translated } from '#experiment/dictionary/translated.ts';
import type { embed as english } from '#ui/dictionary/en/embed.ts';

/** Every word of the embedded page, in French. */
export const embed: Translated<typeof english> = {
  bar: 'Cette figure',
  openHere: 'Ouvrir dans Gradient Walk',
  unseen: 'Démarre dès qu’elle est visible.',
  copy: 'Le calcul se fait dans la fenêtre de la présentation.',
};
