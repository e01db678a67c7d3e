import type { Translated } from '#experiment/dictionary/translated.ts';
import type { embed as english } from '#ui/dictionary/en/embed.ts';

/** Every word of the embedded page, in German. */
export const embed: Translated<typeof english> = {
  bar: 'Diese Abbildung',
  openHere: 'In Gradient Walk öffnen',
  unseen: 'Beginnt, wenn sie zu sehen ist.',
  copy: 'Gerechnet wird im Fenster der Präsentation selbst.',
};
