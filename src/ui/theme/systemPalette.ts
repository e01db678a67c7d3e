import type { Palette } from '#plots/palette.ts';

/** The system's colours by what they mean here; a contrast theme has no more than these. */
const systemColors: Readonly<Record<keyof Palette, string>> = {
  paper: 'canvas',
  panel: 'canvas',
  ink: 'canvastext',
  soft: 'canvastext',
  rule: 'graytext',
  measured: 'highlight',
  vanished: 'linktext',
  kept: 'graytext',
  exploded: 'highlight',
  // Told apart by their dashes.
  pin1: 'canvastext',
  pin2: 'canvastext',
  pin3: 'canvastext',
  pin4: 'canvastext',
};

/** The palette of the contrast theme that the system imposes, as numbers: canvases and mixed colours cannot take names. */
export function systemPalette(root: HTMLElement): Palette {
  const probe = root.appendChild(document.createElement('i'));
  probe.style.forcedColorAdjust = 'none';
  const resolved = (name: string) => {
    probe.style.color = name;
    return getComputedStyle(probe).color;
  };
  const palette = Object.fromEntries(
    Object.entries(systemColors).map(([meaning, name]) => [meaning, resolved(name)]),
  ) as Record<keyof Palette, string>;
  probe.remove();
  return palette;
}
