import type { Palette } from '#plots/palette.ts';

/** The dashes of the lines that are compared with, in their order: they tell them apart in grey. */
const dashes = ['9 4', '2.5 3', '10 3 2.5 3', '5 2.5'] as const;
const colors = ['pin1', 'pin2', 'pin3', 'pin4'] as const satisfies readonly (keyof Palette)[];

/** How the pin of a number is drawn: name of its colour in the palette, and dash, px. */
export const pinStyle = (index: number) => ({
  color: colors[index % colors.length] ?? colors[0],
  dash: dashes[index % dashes.length] ?? dashes[0],
});
