import { interpolateLab, lab, rgb } from 'd3';
import { expect, test } from 'vitest';
import { outcomeColor, wholeOutcome } from '#plots/outcomeColor.ts';
import { paletteNames, palettes } from '#plots/palette.ts';

/** WCAG 2.2, relative luminance and contrast ratio. */
function luminance(color: string): number {
  const { r, g, b } = rgb(color);
  const linear = (v: number) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

for (const name of paletteNames) {
  const palette = palettes[name];
  test(`${name}: words have a contrast of 4.5 on paper and on panels`, () => {
    const { pin1, pin2, pin3, pin4 } = palette;
    for (const word of [palette.ink, palette.soft, palette.measured, pin1, pin2, pin3, pin4]) {
      expect(contrast(word, palette.paper), word).toBeGreaterThanOrEqual(4.5);
      expect(contrast(word, palette.panel), word).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(palette.vanished, palette.paper)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.exploded, palette.paper)).toBeGreaterThanOrEqual(4);
  });

  test(`${name}: marks have a contrast of 3`, () => {
    for (const mark of [palette.vanished, palette.kept, palette.exploded]) {
      expect(contrast(mark, palette.paper), mark).toBeGreaterThanOrEqual(3);
    }
  });

  test(`${name}: vanished and exploded differ in the blue-yellow direction, which colour-blind eyes see`, () => {
    expect(Math.abs(lab(palette.vanished).b - lab(palette.exploded).b)).toBeGreaterThan(50);
  });

  test(`${name}: a walk's colour is the end of the scale beyond a factor of 100, dead walks included`, () => {
    const color = outcomeColor(palette);
    expect(color(Number.NEGATIVE_INFINITY)).toBe(rgb(palette.vanished).formatRgb());
    expect(color(10 * wholeOutcome)).toBe(rgb(palette.exploded).formatRgb());
    expect(color(wholeOutcome / 2)).toBe(interpolateLab(palette.kept, palette.exploded)(0.5));
  });
}
