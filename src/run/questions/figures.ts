import { networkNames } from '#experiment/questions/question.ts';
import type { QuestionName } from '#experiment/questions/questionNames.ts';
import type { Answer } from './answers.ts';
import type { Reading } from './points.ts';

/** Training error; a run that left float32 answers nothing right. */
export const errorOf: Reading = ({ diverged, error }) => (diverged ? 1 : error);

/** Steps until the last of the question's levels. */
const stepsOf: Reading = ({ reached }: Answer) => reached.at(-1) ?? null;

/** A figure of a question: curves of one part of its answers, a measured point a place. */
export interface FindingFigure {
  /** Its key among the question's words. */
  readonly name: string;
  readonly part: string;
  readonly x: 'push' | 'depth' | 'factor';
  readonly y: 'error' | 'squaredError' | 'steps';
  readonly read: Reading;
  /** Its curves, by the names that their answers have. */
  readonly series: readonly string[];
}

const depths = ['2', '10', '50', '100', '200', '500'];

const overDepth = { name: 'depth', part: 'depth', x: 'depth', series: networkNames } as const;

/** The figures of every question, the main one first. */
export const findingFigures: Readonly<Record<QuestionName, readonly FindingFigure[]>> = {
  gain: (['orthogonal', 'tanh', 'relu'] as const).map((name) => ({
    name,
    part: name,
    x: 'push',
    y: 'error',
    read: errorOf,
    series: depths,
  })),
  shape: [{ ...overDepth, y: 'error', read: errorOf }],
  encode: [{ ...overDepth, y: 'squaredError', read: errorOf }],
  time: [{ ...overDepth, y: 'steps', read: stepsOf }],
  cures: (['depth', 'gain'] as const).map((part) => ({
    name: part,
    part,
    x: part === 'depth' ? 'depth' : 'factor',
    y: 'error',
    read: errorOf,
    series: ['plain', 'branches', 'rootBranches', 'rms', 'layer', 'both'],
  })),
  tied: (['orthogonal', 'tanh', 'relu'] as const).map((name) => ({
    name,
    part: name,
    x: 'depth',
    y: 'error',
    read: errorOf,
    series: ['untied', 'tied'],
  })),
};
