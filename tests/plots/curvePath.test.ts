import { area, line } from 'd3';
import { expect, test } from 'vitest';
import { bandAround, pathThrough } from '#plots/curvePath.ts';

const place = { x: (layer: number) => 10 * layer, y: (value: number) => 100 - value };

test('a curve is the path that d3 draws through points that have a place, to a tenth of a pixel', () => {
  const points = [0, 1.04, Number.NaN, 3, Number.POSITIVE_INFINITY, -7.26, 8, Number.NaN].map(
    (value, layer) => [layer, value] as const,
  );
  const path = line<readonly [number, number]>()
    .digits(1)
    .defined(([, value]) => Number.isFinite(value))
    .x(([layer]) => place.x(layer))
    .y(([, value]) => place.y(value));
  expect(pathThrough(points, place)).toBe(path(points));
  expect(pathThrough([], place)).toBe('');
  expect(pathThrough([[0, Number.NaN]], place)).toBe('');
});

test('what is beyond every figure is drawn as far as browsers read', () => {
  expect(
    pathThrough(
      [
        [0, 1e300],
        [1, -1e300],
      ],
      place,
    ),
  ).toBe('M0,-100000L10,100000');
});

test('a band is the path that d3 draws around its middle, with gaps', () => {
  const points = [
    [0, 1, 0.5],
    [1, 2, 1],
    [2, 3, Number.NaN],
    [3, 4, 2],
    [4, Number.NaN, 2],
    [5, 1, 1.25],
  ] as const;
  const band = area<readonly [number, number, number]>()
    .digits(1)
    .defined((point) => point.every(Number.isFinite))
    .x(([layer]) => place.x(layer))
    .y0(([, middle, reach]) => place.y(middle - reach))
    .y1(([, middle, reach]) => place.y(middle + reach));
  expect(bandAround(points, place)).toBe(band(points));
  expect(bandAround([], place)).toBe('');
});
