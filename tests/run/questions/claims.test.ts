import { expect, test } from 'vitest';
import type { QuestionData } from '#experiment/questions/question.ts';
import type { QuestionName } from '#experiment/questions/questionNames.ts';
import { findingFigures } from '#run/questions/figures.ts';
import { questionPoints } from '#run/questions/points.ts';
import { answersOf } from '../../answersOf.ts';

/** Means of a figure's curve by place. */
function curve(question: QuestionName, name: string, series: string, data: QuestionData = 'digits') {
  const figure = findingFigures[question].find((one) => one.name === name);
  if (!figure) throw new Error(`${question} has no figure ${name}.`);
  const points = questionPoints(answersOf(question).answers, data, figure.part, figure.read);
  return new Map(points.filter((point) => point.series === series).map(({ x, mean }) => [x, mean]));
}

const at = (points: ReadonlyMap<number, number>, x: number) => points.get(x) ?? Number.NaN;

test('gain: orthogonal networks learn at g* at every depth, and at 100 layers not with ln Z pushed by 32', () => {
  for (const depth of ['2', '10', '50', '100', '200', '500']) {
    expect(at(curve('gain', 'orthogonal', depth), 0), depth).toBeLessThan(0.45);
  }
  const hundred = curve('gain', 'orthogonal', '100');
  expect(at(hundred, 32)).toBeGreaterThan(0.85);
  expect(at(hundred, -16)).toBeLessThan(at(curve('gain', 'orthogonal', '10'), -16) - 0.3);
});

test('gain: Gaussian networks of 100 layers and more hardly learn at any gain', () => {
  for (const network of ['relu', 'tanh']) {
    for (const depth of ['100', '200', '500']) {
      for (const mean of curve('gain', network, depth).values()) expect(mean).toBeGreaterThan(0.8);
    }
  }
});

test('shape: depth never pays, and orthogonal networks pay the least for it', () => {
  const curves = ['relu', 'tanh', 'orthogonal'].map((network) => curve('shape', 'depth', network));
  for (const points of curves) expect(at(points, 50)).toBeGreaterThan(at(points, 2));
  const [relu, tanh, orthogonal] = curves.map((points) => at(points, 50));
  expect(relu).toBeGreaterThan(tanh ?? Number.NaN);
  expect(tanh).toBeGreaterThan(orthogonal ?? Number.NaN);
  const mnist = ['relu', 'tanh', 'orthogonal'].map((network) =>
    at(curve('shape', 'depth', network, 'mnist'), 100),
  );
  expect(mnist.toSorted((a, b) => b - a)).toEqual(mnist);
});

test('encode: depth spoils it, and ReLU is ahead through two layers', () => {
  const [relu, orthogonal] = [curve('encode', 'depth', 'relu'), curve('encode', 'depth', 'orthogonal')];
  for (const points of [relu, orthogonal]) expect(at(points, 50)).toBeGreaterThan(at(points, 2) + 0.2);
  expect(at(relu, 2)).toBeLessThan(at(orthogonal, 2));
});

test('time: steps grow with depth, less than in proportion, and Gaussian networks of 50 layers do not arrive', () => {
  const orthogonal = curve('time', 'depth', 'orthogonal');
  expect(at(orthogonal, 100)).toBeGreaterThan(2 * at(orthogonal, 2));
  expect(at(orthogonal, 100)).toBeLessThan(10 * at(orthogonal, 2));
  for (const network of ['relu', 'tanh']) {
    const points = curve('time', 'depth', network);
    for (const depth of [50, 100]) expect(points.has(depth)).toBe(false);
  }
  const relu = (data: QuestionData) => at(curve('time', 'depth', 'relu', data), 2);
  expect(relu('phones')).toBeGreaterThan(1.5 * relu('digits'));
});

test('cures: branches with a norm learn at every depth and gain, neither alone does', () => {
  for (const name of ['depth', 'gain']) {
    for (const mean of curve('cures', name, 'both').values()) expect(mean).toBeLessThan(0.25);
  }
  for (const kind of ['plain', 'rms', 'layer'])
    expect(at(curve('cures', 'depth', kind), 50)).toBeGreaterThan(0.85);
  for (const depth of [50, 100]) expect(at(curve('cures', 'depth', 'branches'), depth)).toBeGreaterThan(0.85);
  for (const { part, series, x, data, rate } of answersOf('cures').answers) {
    if (data === 'digits' && part === 'depth' && series === 'branches' && x >= 50)
      expect(rate).toBeLessThan(1e-9);
  }
  expect(at(curve('cures', 'gain', 'branches'), 4)).toBe(1);
  const root = curve('cures', 'gain', 'rootBranches');
  expect(at(root, 1)).toBeLessThan(0.4);
  expect(at(root, 2)).toBeGreaterThan(0.8);
});

test('tied: one matrix does as well at 10 layers, worse at 20, and orthogonal weights mend not all of it', () => {
  const gap = (name: string, depth: number) =>
    at(curve('tied', name, 'tied'), depth) - at(curve('tied', name, 'untied'), depth);
  expect(Math.abs(gap('tanh', 10))).toBeLessThan(0.05);
  expect(gap('tanh', 20)).toBeGreaterThan(0.1);
  for (const depth of [10, 20]) expect(gap('relu', depth)).toBeGreaterThan(0.1);
  expect(gap('orthogonal', 100)).toBeGreaterThan(0.2);
});
