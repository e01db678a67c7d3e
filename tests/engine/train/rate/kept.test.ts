import { expect, test } from 'vitest';
import type { Kept } from '#engine/train/checkpoint.ts';
import { noCourse } from '#engine/train/rate/course.ts';
import { nextKept, triedAgain, withKept } from '#engine/train/rate/kept.ts';
import { mostKept } from '#engine/train/rate/keptLimits.ts';

const weights = Object.fromEntries(
  ['input', 'inputBias', 'hidden', 'hiddenBias', 'output', 'outputBias'].map((name) => [
    name,
    new Float32Array(0),
  ]),
) as unknown as Kept['state']['weights'];
const at = (step: number, tries = 0): Kept => ({
  step,
  state: { weights, moments: [], updates: step },
  course: noCourse,
  rate: 0.1,
  tries,
});
const seen = (kept: readonly Kept[]) => kept.map(({ step, tries }) => [step, tries]);

test('states lie at twice the step of the one before, at most 640 apart, and the newest few stand', () => {
  let kept: readonly Kept[] = [at(0)];
  const steps = Array.from({ length: 9 }, () => {
    const step = nextKept(kept);
    kept = withKept(kept, at(step));
    return step;
  });
  expect(steps).toEqual([20, 40, 80, 160, 320, 640, 1280, 1920, 2560]);
  expect(kept.map(({ step }) => step)).toEqual([1280, 1920, 2560].slice(-mostKept));
});

test('the newest state is tried first, once; then it may itself be what is wrong, and an older one is taken', () => {
  const first = triedAgain([at(40), at(80), at(160)]);
  expect(seen(first)).toEqual([
    [40, 0],
    [80, 0],
    [160, 1],
  ]);
  const second = triedAgain(first);
  expect(seen(second)).toEqual([
    [40, 0],
    [80, 1],
  ]);
  expect(seen(triedAgain(second))).toEqual([[40, 1]]);
});

test('a state that is reached anew is tried anew; the oldest is tried again and again', () => {
  expect(seen(triedAgain(withKept([at(40), at(80, 1)], at(160))))).toEqual([
    [40, 0],
    [80, 1],
    [160, 1],
  ]);
  expect(seen(triedAgain([at(0, 12)]))).toEqual([[0, 13]]);
  expect(triedAgain([])).toEqual([]);
});
