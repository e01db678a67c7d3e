import { networkNames, networks, type Question, type Scope, withSeeds } from './question.ts';

const depths = { full: [2, 5, 10, 20, 50, 100], small: [2, 10, 50] };

const steps = { full: 600, small: 300 };

const placesOf = ({ size }: Scope) =>
  networkNames.flatMap((name) => depths[size].map((depth) => ({ name, depth })));

/** Steps to a given loss against depth, at g*. */
export const time: Question = {
  levels: [0.75, 0.5],
  trials: (scope) =>
    withSeeds(placesOf(scope)).map(({ name, depth, seed }) => ({
      part: 'depth',
      series: name,
      x: depth,
      seed,
      patch: { ...networks[name], depth, steps: steps[scope.size] },
      push: null,
    })),
};
