import { overDepth } from './overDepth.ts';
import type { Question, QuestionData } from './question.ts';

/** Inputs and classes of each set: the first and the last matrix count too. */
const ends: Readonly<Record<QuestionData, { readonly inputs: number; readonly classes: number }>> = {
  digits: { inputs: 784, classes: 10 },
  mnist: { inputs: 784, classes: 10 },
  phones: { inputs: 143, classes: 26 },
};

/** All weights of a network, those of its first and its last matrix included. */
export const weightsOf = (data: QuestionData, depth: number, width: number): number =>
  width * (ends[data].inputs + ends[data].classes + depth * width);

/** How many weights every network of the question has, but for rounding its width. */
export const sharedWeights = 100_000;

/** The width at which a network of a depth has so many weights. */
export function sharedWidth(data: QuestionData, depth: number): number {
  const half = (ends[data].inputs + ends[data].classes) / (2 * depth);
  return Math.round(Math.sqrt(half ** 2 + sharedWeights / depth) - half);
}

const depths = { full: [2, 5, 10, 20, 50, 100, 200], small: [2, 20, 100] };

/** Training error against depth at a fixed number of weights, at g*: deep and narrow against shallow and wide. */
export const shape: Question = {
  levels: [],
  trials: overDepth(depths, ({ data }, depth) => ({ width: sharedWidth(data, depth) })),
};
