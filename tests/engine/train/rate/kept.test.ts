import { expect, test } from 'vitest';
import type { Kept } from '#engine/train/checkpoint.ts';
import { noCourse } from '#engine/train/rate/course.ts';
import { isToKeep, stepsToKeep, triedAgain, withKept } from '#engine/train/rate/kept.ts';
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
    const last = kept.at(-1)?.step ?? 0;
    const step = last + stepsToKeep(kept, last);
    expect([step - 1, step].map((tried) => isToKeep(kept, tried))).toEqual([false, true]);
    kept = withKept(kept, at(step));
    return step;
  });
  expect(steps).toEqual([20, 40, 80, 160, 320, 640, 1280, 1920, 2560]);
  expect(kept.map(({ step }) => step)).toEqual([1280, 1920, 2560].slice(-mostKept));
});

test('where none could be kept at its step, every 20th step behind it will do', () => {
  const kept = [at(640)];
  expect([1279, 1280, 1281, 1300, 1320].map((step) => isToKeep(kept, step))).toEqual([
    false,
    true,
    false,
    true,
    true,
  ]);
  expect([640, 1279, 1280, 1281, 1299, 1300].map((step) => stepsToKeep(kept, step))).toEqual([
    640, 1, 20, 19, 1, 20,
  ]);
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
