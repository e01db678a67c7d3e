import type { Experiment } from '#experiment/experiment.ts';

/** Data sets that the questions are put to. */
export const questionData = ['digits', 'mnist', 'phones'] as const;
export type QuestionData = (typeof questionData)[number];

/** How much is trained: for a night of two cores, or for minutes. */
export type QuestionSize = 'full' | 'small';

/** What a question is put to, and how thoroughly. */
export interface Scope {
  readonly data: QuestionData;
  readonly size: QuestionSize;
}

/** One network of a question, before its gain is known as a number. */
export interface Trial {
  /** The figure that it belongs to. */
  readonly part: string;
  /** The curve. */
  readonly series: string;
  /** The place along the curve: the figure's x. */
  readonly x: number;
  readonly seed: number;
  /** What it has other than the default experiment, beside what all trainings of a scope share. */
  readonly patch: Partial<Experiment>;
  /** Its gain is g* exp(push / 2D): ln Z is pushed so far from its even course; null where `patch` says the gain. */
  readonly push: number | null;
}

/** A question put to training, as data: which networks are trained. What is read off them, and how it is drawn, is `run/questions/`. */
export interface Question {
  trials(scope: Scope): readonly Trial[];
  /** Shares of the loss of the best constant answer at which a run's clock is read; a run ends at the last. Empty to train to the end. */
  readonly levels: readonly number[];
}

/** The plain networks that questions are put to. */
export const networks = {
  relu: { f: 'relu' },
  tanh: { f: 'tanh' },
  orthogonal: { f: 'tanh', weights: 'orthogonal' },
} as const satisfies Readonly<Record<string, Partial<Experiment>>>;
export type NetworkName = keyof typeof networks;
export const networkNames: readonly NetworkName[] = ['relu', 'tanh', 'orthogonal'];

/** The seeds of every network: different weights and another order of samples. */
export const seeds: readonly number[] = [1, 2];

/** What every training of a scope has. */
export const sharedPatch = ({ data, size }: Scope): Partial<Experiment> => ({
  view: 'train',
  data,
  width: 32,
  batch: 32,
  steps: size === 'full' ? 300 : 150,
});

/** Every value with every seed. */
export const withSeeds = <T>(values: readonly T[]): readonly (T & { readonly seed: number })[] =>
  values.flatMap((value) => seeds.map((seed) => ({ ...value, seed })));
