import type { Palette, PaletteName } from '#plots/palette.ts';

/** Hands a theme's colours to the style sheet as custom properties, `--ink` and so on. */
export function applyPalette(root: HTMLElement, name: PaletteName, palette: Palette): void {
  root.dataset.theme = name;
  for (const [key, color] of Object.entries(palette)) root.style.setProperty(`--${key}`, color);
}
