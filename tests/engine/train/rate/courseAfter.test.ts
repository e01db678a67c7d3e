import { describe, expect, test } from 'vitest';
import { type Course, noCourse } from '#engine/train/rate/course.ts';
import { courseAfter } from '#engine/train/rate/courseAfter.ts';
import { patience, runaway } from '#engine/train/rate/courseLimits.ts';

const guessing = Math.log(10);
/** Of 64 samples each, ten steps are a window. */
const batch = 64;
const window = 10;
const outcomes = (losses: readonly number[]) => losses.map((loss) => ({ loss, accuracy: 0 }));
const heardOf = (losses: readonly number[], from: Course = noCourse) =>
  courseAfter(from, outcomes(losses), { batch, constantLoss: guessing, waits: true });
const courseOf = (losses: readonly number[], from: Course = noCourse) => heardOf(losses, from).course;
const times = (count: number, loss: number) => Array<number>(count).fill(loss);
const falling = Array.from({ length: 60 }, (_, i) => guessing * Math.exp(-i / 30));

test('a loss that falls, even with a spike, is a good course', () => {
  expect(courseOf(falling)?.best).toBeLessThan(0.5);
  expect(courseOf([...falling, 2, ...falling.slice(50)])).not.toBeNull();
});

test('a loss that is no number ends it at once', () => {
  expect(courseOf([2, 2, Number.NaN])).toBeNull();
  expect(courseOf([2, Number.POSITIVE_INFINITY])).toBeNull();
  expect(heardOf([...falling, Number.NaN, 1])).toEqual({ course: null, heard: 61 });
});

test('a mean may rise by a quarter of what guessing costs; a first loss that doubles and doubles has left it', () => {
  expect(courseOf([...falling, ...times(window, 0.4 + 0.3 * guessing)])?.outside).toBeGreaterThan(0);
  expect(courseOf([...falling, ...times(window, 0.3 + 0.15 * guessing)])?.outside).toBe(0);
  expect(heardOf([2, 4, 8, 16])).toEqual({ course: null, heard: 3 });
});

test('a large first loss, as of a large output gain, may come down', () => {
  expect(courseOf([30, 25, 31, 20, 12, 9, 7, 6, 5, 4, 3, 2, 2, 2])).not.toBeNull();
});

describe('of a network that has learned something, a mean outside what a bearable rate allows', () => {
  const learned = courseOf(times(window, 1)) ?? noCourse;

  test('is waited for as a spike that passes, and leaves no trace', () => {
    const { course, heard } = heardOf([...times(30, 3), ...times(window, 0.9)], learned);
    expect(heard).toBe(40);
    expect(course).toMatchObject({ outside: 0, recent: times(window, 0.9) });
    expect(course?.best).toBeCloseTo(0.9, 12);
  });

  test('is lost at once at a rate that has just grown', () => {
    const judgement = { batch, constantLoss: guessing, waits: false };
    expect(courseAfter(learned, outcomes(times(9, 1.2)), judgement).course?.outside).toBe(0);
    expect(courseAfter(learned, outcomes([1, 9, 1]), judgement)).toEqual({ course: null, heard: 2 });
  });

  test('is counted by the step, and lost after a window and 40 steps in a row', () => {
    // A mean of ten with one loss of 9 among ones lies at 1.8, outside 1 + 0.25 ln 10 = 1.58 at once.
    const most = window + patience;
    const jump = [9, ...times(most - 1, 2)];
    expect(courseOf(jump, learned)?.outside).toBe(most);
    expect(heardOf([...jump, 2, 2], learned)).toEqual({ course: null, heard: most + 1 });
  });

  test('is lost at once where it lies beyond four times what guessing costs', () => {
    const beyond = window * (runaway * guessing - 0.9);
    expect(courseOf([beyond - 0.1], learned)?.outside).toBe(1);
    expect(heardOf([beyond + 0.1, 1], learned)).toEqual({ course: null, heard: 1 });
  });
});

test('a network that had learned a little and guesses again is waited for, and has then lost it', () => {
  const little = courseOf(times(20, 0.86 * guessing)) ?? noCourse;
  // The mean passes 0.97 of guessing with the eighth loss: 0.86 + 0.8 * 0.14 = 0.972, before it 0.958 and less.
  const { course, heard } = heardOf(times(100, guessing), little);
  expect({ course, heard }).toEqual({ course: null, heard: 7 + window + patience + 1 });
});
