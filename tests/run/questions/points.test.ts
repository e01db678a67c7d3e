import { expect, test } from 'vitest';
import type { Answer } from '#run/questions/answers.ts';
import { errorOf } from '#run/questions/figures.ts';
import { questionPoints, seriesPoints } from '#run/questions/points.ts';

const answer = (changes: Partial<Answer>): Answer => ({
  data: 'digits',
  size: 'full',
  part: 'depth',
  series: 'relu',
  x: 2,
  seed: 1,
  link: '',
  gain: 1,
  best: 1,
  rate: 0.1,
  steps: 10,
  diverged: false,
  error: 0.2,
  loss: 0.5,
  reached: [],
  seconds: 1,
  ...changes,
});

const answers = [
  answer({ seed: 2, error: 0.4 }),
  answer({ seed: 1, error: 0.2, link: 'first' }),
  answer({ x: 1, diverged: true, error: null }),
  answer({ series: 'tanh', error: 0.1 }),
  answer({ data: 'mnist', error: 0.9 }),
  answer({ part: 'gain', error: 0.9 }),
];

test('a point is the mean over seeds with its standard error, and opens the first seed', () => {
  const points = questionPoints(answers, 'digits', 'depth', errorOf);
  const [, two] = seriesPoints(points, 'relu');
  // Two values a and b: the standard error of their mean is |a - b| / 2.
  expect(two?.mean).toBeCloseTo(0.3, 12);
  expect(two?.error).toBeCloseTo(0.1, 12);
  expect(two).toMatchObject({ x: 2, read: 2, asked: 2, first: { link: 'first' } });
  expect(seriesPoints(points, 'tanh')).toMatchObject([{ mean: 0.1, error: 0, asked: 1 }]);
});

test('a run that left float32 answered nothing right, and curves go from their lowest place on', () => {
  const points = seriesPoints(questionPoints(answers, 'digits', 'depth', errorOf), 'relu');
  expect(points.map(({ x }) => x)).toEqual([1, 2]);
  expect(points[0]?.mean).toBe(1);
});

test('a place at which nothing could be read is left out, one at which some could says how many', () => {
  const reached = ({ reached: [step] }: Answer) => step ?? null;
  const some = [
    answer({ reached: [null] }),
    answer({ seed: 2, reached: [40] }),
    answer({ x: 3, reached: [null] }),
  ];
  expect(questionPoints(some, 'digits', 'depth', reached)).toMatchObject([
    { x: 2, mean: 40, read: 1, asked: 2 },
  ]);
});
