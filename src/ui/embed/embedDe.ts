import type { Translated } from '#experiment/link/translated.ts';
import type { embedEn } from './embedEn.ts';

/** Every word of the embedded page, in German. */
export const embedDe: Translated<typeof embedEn> = {
  bar: 'Diese Abbildung',
  openHere: 'In Gradient Walk öffnen',
  unseen: 'Beginnt, wenn sie zu sehen ist.',
};
