import { dashes } from '#plots/dashedLines.ts';
import type { Palette } from '#plots/palette.ts';

const colors = ['pin1', 'pin2', 'pin3', 'pin4'] as const satisfies readonly (keyof Palette)[];

/** How the pin of a number is drawn: name of its colour in the palette, and dash, px. */
export const pinStyle = (index: number) => ({
  color: colors[index % colors.length] ?? colors[0],
  dash: dashes[index % dashes.length] ?? dashes[0],
});

/** A stroke's dash as a CSS image in the colour of the text, to stand under a name. */
export function dashImage(dash: string): string {
  let at = 0;
  const stops = dash.split(' ').map((length, i) => {
    const from = at;
    at += Number(length);
    return `${i % 2 === 0 ? 'currentColor' : 'transparent'} ${from}px ${at}px`;
  });
  return `repeating-linear-gradient(90deg, ${stops.join(', ')})`;
}
