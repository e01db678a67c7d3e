import { type PaletteName, palettes } from '#plots/palette.ts';

/** Hands a palette to the style sheet as custom properties, `--ink` and so on. */
export function applyPalette(root: HTMLElement, name: PaletteName): void {
  root.dataset.theme = name;
  for (const [key, color] of Object.entries(palettes[name])) root.style.setProperty(`--${key}`, color);
}
