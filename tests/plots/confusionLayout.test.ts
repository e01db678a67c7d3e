import { expect, test } from 'vitest';
import { confusionLayout } from '#plots/confusionLayout.ts';
import { palettes } from '#plots/palette.ts';
import { staggered } from '#plots/staggered.ts';

const styleOf = (fontPx: number) => ({
  palette: palettes.light,
  fontPx,
  strokeScale: 1,
  reducedMotion: false,
});

/** The layout of so many classes whose names have so many signs. */
const layoutOf = (classes: number, signs: number, fontPx = 12) =>
  confusionLayout({
    widthPx: 580,
    heightPx: 420,
    style: styleOf(fontPx),
    names: Array.from({ length: classes }, () => 'm'.repeat(signs)),
    cells: [],
    right: [],
    labels: { truth: '', answer: '', right: '', share: String },
  });

test('names with room stand on one level, tight ones by turns on two, and of very many some are left out', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  const shown = (roomPx: number) => staggered(names, 12, roomPx).map(({ text, level }) => `${text}${level}`);
  expect(shown(12)).toEqual(['a0', 'b0', 'c0', 'd0', 'e0', 'f0', 'g0', 'h0']);
  expect(shown(7)).toEqual(['a0', 'b1', 'c0', 'd1', 'e0', 'f1', 'g0', 'h1']);
  expect(shown(3)).toEqual(['a0', 'c1', 'e0', 'g1']);
});

test('names of one level never touch, for 2 to 256 classes, short and long names, small and large type', () => {
  for (const classes of [2, 10, 26, 62, 256])
    for (const signs of [1, 3, 30])
      for (const fontPx of [12, 18]) {
        const { rows, columns, highPx, acrossPx, namePx } = layoutOf(classes, signs, fontPx);
        for (const [shown, needPx, roomPx] of [
          [rows, fontPx, highPx],
          [columns, namePx, acrossPx],
        ] as const) {
          for (const level of [0, 1]) {
            const places = shown.filter((name) => name.level === level).map(({ place }) => place);
            const closest = Math.min(...places.slice(1).map((place, i) => place - (places[i] ?? 0)));
            expect(closest * roomPx, `${classes} classes of ${signs} signs`).toBeGreaterThanOrEqual(needPx);
          }
        }
      }
});

test('every cell of up to 256 classes lies within the figure and has a size', () => {
  for (const classes of [2, 26, 256]) {
    const { frame, acrossPx, highPx, margin } = layoutOf(classes, 3);
    expect(frame.left).toBeGreaterThan(0);
    expect(Math.min(acrossPx, highPx)).toBeGreaterThan(0.9);
    expect(margin.left + margin.barPx).toBeLessThanOrEqual(580);
    expect(frame.bottom).toBeLessThan(420);
  }
});
