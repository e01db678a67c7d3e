import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { type Scope, sharedPatch, type Trial } from './question.ts';

/** A trial as an experiment at g*, or at the gain that it says; `pushedGain` makes the gain of one that is pushed from it. */
export const trialExperiment = (scope: Scope, { patch, seed }: Trial): Experiment => ({
  ...defaultExperiment,
  ...sharedPatch(scope),
  ...patch,
  seed,
});

/** The gain that pushes ln Z by `push` over all layers from where g* leaves it, as a link holds it. */
export const pushedGain = (best: number, push: number, depth: number): number =>
  Number((best * Math.exp(push / (2 * depth))).toPrecision(6));
