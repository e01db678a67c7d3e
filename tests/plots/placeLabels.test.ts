import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Label, linesOf, textPx, wrapText } from '#plots/labels.ts';
import { placeLabels } from '#plots/placeLabels.ts';
import { apartTicks } from '#plots/ticks.ts';

const fontPx = 12;
const room = { fontPx, top: 0, bottom: 300 };

const label = (text: string, y: number, x = 200): Label => ({ text, x, y, anchor: 'end', color: 'black' });

const anyLabel = fc
  .record({
    text: fc.stringMatching(/^[a-z]{1,12}$/),
    y: fc.integer({ min: -20, max: 320 }),
    x: fc.integer({ min: 0, max: 300 }),
  })
  .map(({ text, y, x }) => label(text, y, x));

const boxOf = ({ text, x, y }: Label) => ({
  left: x - textPx(text, fontPx),
  right: x,
  top: y - 0.8 * fontPx,
  bottom: y + 0.25 * fontPx,
});

test('labels never cover one another, and stay where they may stand', () => {
  fc.assert(
    fc.property(fc.array(anyLabel, { maxLength: 12 }), (wanted) => {
      const boxes = placeLabels(wanted, room).map(boxOf);
      for (const [i, a] of boxes.entries()) {
        expect(a.top).toBeGreaterThanOrEqual(-0.01);
        expect(a.bottom).toBeLessThanOrEqual(300.01);
        for (const b of boxes.slice(i + 1)) {
          const isApart =
            a.right <= b.left || b.right <= a.left || a.bottom <= b.top + 0.01 || b.bottom <= a.top + 0.01;
          expect(isApart).toBe(true);
        }
      }
    }),
    { seed: 1, numRuns: 300 },
  );
});

test('a label that stands free is not moved, and the first has the first choice', () => {
  const [first, second] = placeLabels([label('mean', 100), label('median', 104)], room);
  expect(first?.y).toBe(100);
  expect(second?.y).toBeCloseTo(100 + 1.05 * fontPx, 6);
});

test('labels move off a bundle of lines that falls steeply under them, in the order of their lines', () => {
  const falling = [-8, -4, 0, 4, 8].map(
    (shift) =>
      [
        [0, shift],
        [200, 150 + shift],
      ] as const,
  );
  const names = ['mean, exact', 'mean, measured', '+1 sd', '+2 sd'];
  const placed = placeLabels(
    names.map((name) => label(name, 145)),
    { ...room, lines: falling, reach: 20 },
  );
  expect(placed).toHaveLength(4);
  for (const { left, right, top, bottom } of placed.map(boxOf)) {
    for (const [[, from], [, to]] of falling) {
      const at = (x: number) => from + (x / 200) * (to - from);
      expect(at(Math.max(0, left)) >= bottom - 0.01 || at(right) <= top + 0.01).toBe(true);
    }
  }
});

test('a label stays on its own line where every place off it is far: it would be taken for another line’s', () => {
  const fan = [100, 140, 180].map(
    (end) =>
      [
        [0, end - 100],
        [200, end],
      ] as const,
  );
  const [placed] = placeLabels([label('mean, exact', 135)], { ...room, lines: fan, reach: 8 });
  expect(Math.abs((placed?.y ?? 0) - 135)).toBeLessThanOrEqual(1.5 * fontPx);
});

test('a label without a place within its reach is left out', () => {
  expect(placeLabels([label('a', 100), label('b', 100)], { ...room, reach: 0.5 })).toHaveLength(1);
  expect(placeLabels([label('a', Number.NaN), label('', 10)], room)).toEqual([]);
});

test('numbers of an axis never touch, and its ends are kept', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 60 }),
      (values) => {
        const ticks = values.toSorted((a, b) => a - b);
        const kept = apartTicks(
          ticks,
          (tick) => tick / 4,
          (tick) => textPx(String(tick), fontPx) / 2,
        );
        expect(kept).toContain(ticks.at(-1));
        for (const [i, tick] of kept.entries()) {
          const next = kept[i + 1];
          if (next === undefined) continue;
          const needed = (textPx(String(tick), fontPx) + textPx(String(next), fontPx)) / 2;
          expect((next - tick) / 4).toBeGreaterThanOrEqual(needed);
        }
      },
    ),
    { seed: 1 },
  );
});

test('a name too wide for its room has several lines of whole words, and loses none', () => {
  const name = 'to order 1/N ± 2 sd';
  expect(wrapText(name, 200, 12)).toEqual([name]);
  for (const roomPx of [1, 40, 73, 100]) {
    const lines = wrapText(name, roomPx, 12);
    expect(lines.join(' ')).toBe(name);
    for (const line of lines) {
      if (line.includes(' ')) expect(textPx(line, 12)).toBeLessThanOrEqual(roomPx);
    }
  }
  expect(wrapText(name, 73, 12)).toHaveLength(2);
});

test('the lines of a label stay together, whatever stands beside them', () => {
  const exact = { ...label('exact ± 2', 100), below: ['sd'] };
  const placed = placeLabels([label('now', 104), exact, label('at start', 108)], room);
  const texts = placed.flatMap((one) => linesOf(one, fontPx)).toSorted((a, b) => a.y - b.y);
  expect(texts.map(({ text }) => text).join(' ')).toContain('exact ± 2 sd');
  for (const [i, { y }] of texts.slice(1).entries()) {
    expect(y - (texts[i]?.y ?? 0)).toBeGreaterThan(1.04 * fontPx);
  }
});

test('a label goes off a measured point that it would lie on, and to its next choice where that is free', () => {
  const box = (y: number) => ({ left: 150, right: 158, top: y - 4, bottom: y + 4 });
  const [moved] = placeLabels([label('exact', 100, 170)], { ...room, boxes: [box(98)] });
  expect(Math.abs((moved?.y ?? 100) - 100)).toBeGreaterThan(4);
  // A column of points from top to bottom: only beside it there is room.
  const column = Array.from({ length: 38 }, (_, i) => box(8 * i));
  const [chosen] = placeLabels([[label('exact', 100, 170), label('exact', 100, 140)]], {
    ...room,
    boxes: column,
  });
  expect([chosen?.x, chosen?.y]).toEqual([140, 100]);
  const [free] = placeLabels([[label('exact', 100, 170), label('exact', 100, 140)]], room);
  expect(free?.x).toBe(170);
});
