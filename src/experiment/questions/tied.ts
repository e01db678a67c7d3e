import { networkNames, networks, type Question, type Scope, withSeeds } from './question.ts';

const depths = { full: [2, 5, 10, 20, 50, 100], small: [2, 10, 50] };

const placesOf = ({ size }: Scope) =>
  networkNames.flatMap((name) =>
    ([0, 1] as const).flatMap((tied) => depths[size].map((depth) => ({ name, tied, depth }))),
  );

/** Beyond the paper: one matrix again and again against a new one in every layer, at the feed-forward network's g*. */
export const tied: Question = {
  levels: [],
  trials: (scope) =>
    withSeeds(placesOf(scope)).map(({ name, tied: isTied, depth, seed }) => ({
      part: name,
      series: isTied ? 'tied' : 'untied',
      x: depth,
      seed,
      patch: { ...networks[name], tied: isTied, depth },
      push: null,
    })),
};
