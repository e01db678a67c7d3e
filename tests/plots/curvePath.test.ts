import { expect, test } from 'vitest';
import { bandAround, pathThrough } from '#plots/curvePath.ts';

const place = { x: (layer: number) => 10 * layer, y: (value: number) => 100 - value };

test('a curve is drawn to a tenth of a pixel, with gaps where a point has no place', () => {
  const points = [0, 1.04, Number.NaN, 3, Number.POSITIVE_INFINITY, -7.26, 8].map(
    (value, layer) => [layer, value] as const,
  );
  expect(pathThrough(points, place)).toBe('M0,100L10,99M30,97ZM50,107.3L60,92');
  expect(pathThrough([], place)).toBe('');
  expect(pathThrough([[0, Number.NaN]], place)).toBe('');
});

test('what is beyond every figure is drawn as far as browsers read', () => {
  const far = [
    [0, 1e300],
    [1, -1e300],
  ] as const;
  expect(pathThrough(far, place)).toBe('M0,-100000L10,100000');
});

test('a band reaches as far above its middle as below', () => {
  const band = [
    [0, 10, 5],
    [1, 20, 10],
  ] as const;
  expect(bandAround(band, place)).toBe('M0,85L10,70L10,90L0,95Z');
});
