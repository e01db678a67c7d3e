import { expect, test } from 'vitest';
import { reachedAt, readOff, type Trained } from '#run/questions/readOff.ts';

const losses = [...Array.from({ length: 30 }, () => 2), ...Array.from({ length: 70 }, () => 1)];
const accuracies = [...Array.from({ length: 90 }, () => 0), ...Array.from({ length: 10 }, () => 0.75)];
const trained: Trained = { task: 'classify', losses, accuracies, constantLoss: 2, diverged: false };

test('a level is reached at the first step whose last 20 losses have a mean below it', () => {
  // 30 of 2, then 1: the mean of 20 is below 1.5 with the 11th 1.
  expect(reachedAt(losses, 1.5)).toBe(41);
  expect(reachedAt(losses, 1)).toBeNull();
  expect(reachedAt(losses.slice(0, 19), 10)).toBeNull();
  expect(reachedAt(losses, 10)).toBe(20);
});

test('the error is the share of wrong answers over the last tenth, or the loss over that of guessing', () => {
  expect(readOff(trained, [0.75, 0.4])).toEqual({ error: 0.25, loss: 0.5, reached: [41, null] });
  expect(readOff({ ...trained, task: 'encode' }, []).error).toBe(0.5);
  expect(readOff({ ...trained, diverged: true }, [0.75])).toEqual({ error: null, loss: null, reached: [41] });
});
