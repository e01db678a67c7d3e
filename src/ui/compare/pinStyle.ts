import { dashes } from '#plots/dashedLines.ts';
import type { Palette } from '#plots/palette.ts';

const colors = ['pin1', 'pin2', 'pin3', 'pin4'] as const satisfies readonly (keyof Palette)[];

/** How the pin of a number is drawn: name of its colour in the palette, and dash, px. */
export const pinStyle = (index: number) => ({
  color: colors[index % colors.length] ?? colors[0],
  dash: dashes[index % dashes.length] ?? dashes[0],
});
