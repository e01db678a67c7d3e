import { networkNames, networks, type Question, type Scope, withSeeds } from './question.ts';

const depths = { full: [2, 10, 50, 100, 200, 500], small: [10, 50] };

/** ln Z pushed from its even course, D ln (g / g*)^2: every depth has those that are within a factor of 4 of g*. */
const pushes = {
  full: [-32, -16, -8, -4, 0, 4, 8, 16, 32],
  small: [-16, -8, 0, 8, 16],
};

/** Fewer of them where a training takes long, from a depth on. */
const deepPushes = [
  { from: 500, pushes: [-16, 0, 16] },
  { from: 200, pushes: [-16, -8, 0, 8, 16] },
];

/** Largest |ln (g / g*)|. */
const farthest = Math.log(4);

const placesOf = ({ size }: Scope) =>
  depths[size].flatMap((depth) =>
    (deepPushes.find(({ from }) => depth >= from)?.pushes ?? pushes[size])
      .filter((push) => Math.abs(push) <= 2 * depth * farthest)
      .map((push) => ({ depth, push })),
  );

/** Training error against gain at depths from 2 to 500: where the basin lies, how narrow it is, and whether g* lies in it. */
export const gain: Question = {
  levels: [],
  trials: (scope) =>
    networkNames.flatMap((name) =>
      withSeeds(placesOf(scope)).map(({ depth, push, seed }) => ({
        part: name,
        series: String(depth),
        x: push,
        seed,
        patch: { ...networks[name], depth },
        push,
      })),
    ),
};
