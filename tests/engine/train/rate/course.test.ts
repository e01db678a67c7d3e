import { expect, test } from 'vitest';
import { type Course, courseAfter, noCourse } from '#engine/train/rate/course.ts';

const guessing = Math.log(10);
const batch = 64;
const outcomes = (losses: readonly number[]) => losses.map((loss) => ({ loss, accuracy: 0 }));
const after = (losses: readonly number[], from: Course = noCourse) =>
  courseAfter(from, outcomes(losses), batch, guessing);
const falling = Array.from({ length: 60 }, (_, i) => guessing * Math.exp(-i / 30));

test('a loss that falls, even with a spike, is a good course', () => {
  expect(after(falling)?.best).toBeLessThan(0.5);
  expect(after([...falling, 2, ...falling.slice(50)])).not.toBeNull();
});

test('a loss that is no number ends it at once', () => {
  expect(after([2, 2, Number.NaN])).toBeNull();
  expect(after([2, Number.POSITIVE_INFINITY])).toBeNull();
});

test('a mean that rises by a quarter of what guessing costs has left it; so has a first loss that doubles and doubles', () => {
  expect(after([...falling, ...Array.from({ length: 10 }, () => 0.4 + 0.3 * guessing)])).toBeNull();
  expect(after([...falling, ...Array.from({ length: 10 }, () => 0.3 + 0.15 * guessing)])).not.toBeNull();
  expect(after([2, 4, 8, 16])).toBeNull();
});

test('a network that had learned a little and guesses again has lost it', () => {
  const little = Array.from({ length: 20 }, () => 0.85 * guessing);
  expect(after([...little, ...Array.from({ length: 10 }, () => guessing)])).toBeNull();
});

test('a large first loss, as of a large output gain, may come down', () => {
  expect(after([30, 25, 31, 20, 12, 9, 7, 6, 5, 4, 3, 2, 2, 2])).not.toBeNull();
});
