import { networkNames, networks, type Question, type Scope, withSeeds } from './question.ts';

const depths = { full: [2, 5, 10, 20, 50, 100], small: [2, 10, 50] };

const placesOf = ({ size }: Scope) =>
  networkNames.flatMap((name) => depths[size].map((depth) => ({ name, depth })));

/** Auto-encoding at several depths, at g*. */
export const encode: Question = {
  levels: [],
  trials: (scope) =>
    withSeeds(placesOf(scope)).map(({ name, depth, seed }) => ({
      part: 'depth',
      series: name,
      x: depth,
      seed,
      patch: { ...networks[name], depth, task: 'encode', optimizer: 'adam', outgain: 0.1 },
      push: null,
    })),
};
