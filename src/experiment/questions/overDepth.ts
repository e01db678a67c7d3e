import type { Experiment } from '#experiment/experiment.ts';
import { networkNames, networks, type QuestionSize, type Scope, type Trial, withSeeds } from './question.ts';

/** The plain networks at g* over depths, a curve each, in one figure; `patchOf` says what they have besides. */
export const overDepth =
  (
    depths: Readonly<Record<QuestionSize, readonly number[]>>,
    patchOf: (scope: Scope, depth: number) => Partial<Experiment>,
  ) =>
  (scope: Scope): readonly Trial[] => {
    const places = networkNames.flatMap((name) => depths[scope.size].map((depth) => ({ name, depth })));
    return withSeeds(places).map(({ name, depth, seed }) => ({
      part: 'depth',
      series: name,
      x: depth,
      seed,
      patch: { ...networks[name], depth, ...patchOf(scope, depth) },
      push: null,
    }));
  };
