import type { Experiment } from '#experiment/experiment.ts';
import { type Question, type Scope, withSeeds } from './question.ts';

const depths = { full: [2, 10, 50, 100], small: [10, 50] };

/** Depth at which gains are compared. */
const comparedDepth = 50;

/** Gains over He's. */
const factors = { full: [0.25, 0.5, 1, 2, 4], small: [0.5, 1, 2] };

type Cured = Pick<Experiment, 'residual' | 'norm'>;

/** Kinds of ReLU networks of a depth; branches of 1/sqrt(D) as the link writes them. */
const kinds: Readonly<Record<string, (depth: number) => Cured>> = {
  plain: () => ({ residual: 0, norm: 'none' }),
  branches: () => ({ residual: 1, norm: 'none' }),
  rootBranches: (depth) => ({ residual: Number((depth ** -0.5).toPrecision(3)), norm: 'none' }),
  rms: () => ({ residual: 0, norm: 'rms' }),
  layer: () => ({ residual: 0, norm: 'layer' }),
  both: () => ({ residual: 1, norm: 'layer' }),
};

const kindsAt = (depth: number) =>
  Object.entries(kinds).map(([series, cured]) => ({ series, ...cured(depth) }));

const overDepth = (scope: Scope) =>
  withSeeds(depths[scope.size].flatMap((depth) => kindsAt(depth).map((kind) => ({ depth, ...kind })))).map(
    ({ depth, series, seed, residual, norm }) => ({
      part: 'depth',
      series,
      x: depth,
      seed,
      patch: { f: 'relu', gain: 'he', depth, residual, norm } as const,
      push: null,
    }),
  );

const overGain = (scope: Scope) =>
  withSeeds(
    factors[scope.size].flatMap((factor) => kindsAt(comparedDepth).map((kind) => ({ factor, ...kind }))),
  ).map(({ factor, series, seed, residual, norm }) => ({
    part: 'gain',
    series,
    x: factor,
    seed,
    patch: {
      f: 'relu',
      gain: Number((factor * Math.SQRT2).toPrecision(6)),
      depth: comparedDepth,
      residual,
      norm,
    } as const,
    push: null,
  }));

/** Beyond the paper: ReLU networks with residual branches, with a norm before every matrix, and with both, over depth and over gain. */
export const cures: Question = {
  levels: [],
  trials: (scope) => [...overDepth(scope), ...overGain(scope)],
};
