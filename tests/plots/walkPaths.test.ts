import { expect, test } from 'vitest';
import { palettes } from '#plots/palette.ts';
import { type WalkMarker, walkMarker } from '#plots/walkPaths.ts';

const style = { palette: palettes.light, fontPx: 12, strokeScale: 1, reducedMotion: true };
const place = { x: (layer: number) => 10 * layer, y: (lnZ: number) => -lnZ, style, acrossPx: 400 };
const dead = Number.NEGATIVE_INFINITY;

/** A walk's points, and its marks. */
function marked(markOf: WalkMarker, index: number) {
  const points: (readonly [number, number])[] = [];
  const note = (xPx: number, yPx: number) => points.push([xPx, Math.abs(yPx)]);
  return { ...markOf(index, { moveTo: note, lineTo: note }), points };
}

test('a walk is a point a layer; a dead one ends at its last layer alive with a mark', () => {
  const values = Float32Array.from([0, 1, 2, 3, 0, -1, dead, dead]);
  const markOf = walkMarker({ values, count: 2, expected: 2, depth: 3 }, place);
  const points = (i: number) => marked(markOf, i).points;
  expect(points(0)).toEqual([
    [0, 0],
    [10, 1],
    [20, 2],
    [30, 3],
  ]);
  expect(marked(markOf, 0).death).toBeNull();
  expect(points(1)).toEqual([
    [0, 0],
    [10, 1],
  ]);
  expect(marked(markOf, 1).death).toEqual([10, 1]);
});

test('a deep walk is thinned to about a point a px, its end and its death kept', () => {
  const depth = 1000;
  const values = new Float32Array(2 * (depth + 1)).fill(1);
  values.fill(dead, depth + 1 + 778);
  const markOf = walkMarker({ values, count: 2, expected: 2, depth }, { ...place, acrossPx: 100 });
  expect(marked(markOf, 0).points.length).toBeLessThanOrEqual(102);
  expect(marked(markOf, 0).points.at(-1)?.[0]).toBe(10 * depth);
  expect(marked(markOf, 1).death?.[0]).toBe(7770);
});
