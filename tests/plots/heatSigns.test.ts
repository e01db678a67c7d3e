import { expect, test } from 'vitest';
import { computeFrame } from '#plots/frame.ts';
import { computeHeatSigns, type HeatBand, signPath } from '#plots/heatSigns.ts';

const frame = computeFrame({ widthPx: 400, heightPx: 130, left: 40, right: 60, top: 20, bottom: 10 });
const fontPx = 12;

/** A map whose left half has one value, its right half another, from the top of the frame down to a share of it. */
const halves = (left: number, right: number, share = 1): HeatBand[] =>
  Array.from({ length: 10 }, (_, i) => ({
    topPx: frame.top + (i * share * frame.highPx) / 10,
    highPx: (share * frame.highPx) / 10,
    values: [left, right],
  }));

/** A factor in the norm as a squared log-norm. */
const lnZ = (factor: number) => 2 * Math.log(factor);

test('a plus stands where the norm has grown, a minus where it has shrunk, and nothing in between', () => {
  const middle = frame.left + frame.acrossPx / 2;
  const signs = computeHeatSigns(halves(lnZ(1 / 20), lnZ(20)), frame, fontPx);
  expect(signs.length).toBeGreaterThan(20);
  for (const { x, isGrown } of signs) expect(isGrown).toBe(x > middle);
  expect(computeHeatSigns(halves(lnZ(1 / 9), lnZ(9)), frame, fontPx)).toEqual([]);
  expect(computeHeatSigns(halves(Number.NaN, Number.NaN), frame, fontPx)).toEqual([]);
});

test('a sign grows up to a factor of 100, and is as large either way', () => {
  const reach = (factor: number) =>
    computeHeatSigns(halves(lnZ(factor), lnZ(factor)), frame, fontPx)[0]?.reachPx ?? 0;
  expect(reach(1 / 20)).toBe(reach(20));
  expect(reach(40)).toBeGreaterThan(reach(11));
  expect(reach(1e6)).toBe(reach(101));
});

test('signs keep their places while a run goes on, and stand within what was measured', () => {
  const [half, whole] = [0.5, 1].map((share) =>
    computeHeatSigns(halves(lnZ(1000), lnZ(1000), share), frame, fontPx),
  );
  expect(whole?.length).toBeGreaterThan((half?.length ?? 0) + 10);
  expect(whole?.slice(0, half?.length)).toEqual(half);
  for (const { x, y, reachPx } of half ?? []) {
    expect(y).toBeLessThan(frame.top + frame.highPx / 2);
    expect(x - reachPx).toBeGreaterThan(frame.left);
    expect(x + reachPx).toBeLessThan(frame.right);
  }
});

test('a minus is one stroke, a plus two', () => {
  const strokes = (isGrown: boolean) => signPath({ x: 10, y: 10, reachPx: 3, isGrown }).match(/M/g)?.length;
  expect([strokes(false), strokes(true)]).toEqual([1, 2]);
});
