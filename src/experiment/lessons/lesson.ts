import type { Experiment, ParameterKey } from '#experiment/experiment.ts';
import type { schema } from '#experiment/schema.ts';
import type { GainName } from '#theory/namedGain.ts';

type Schema = typeof schema;

/** Keys that a lesson leaves as they are: they belong to the page, not to the experiment. */
export type KeptKey = {
  [K in ParameterKey]: Schema[K] extends { isKeptByLessons: true } ? K : never;
}[ParameterKey];

/** The keys of the link that a lesson sets; the others are the page's own or stay at their defaults. */
export type LessonPatch = Partial<Omit<Experiment, 'v' | 'view' | 'lesson' | KeptKey>>;

/** What theory says of an experiment: where a lesson's numbers come from. */
export interface LessonTheory {
  /** Mean and variance of ln Z at the last layer; the variance is NaN where none is known. */
  endOf(experiment: Experiment): { readonly mean: number; readonly variance: number };
  namedGains(experiment: Experiment): Readonly<Record<GainName, { readonly value: number }>>;
  /** The gain it runs with. */
  gainOf(experiment: Experiment): number;
}

/** A lesson as data; its words stand in `ui/learn/`, under the same name. */
export interface Lesson<N> {
  readonly patch: LessonPatch;
  /** The view that the lesson's link leads on to, and what it changes there. */
  readonly onward: { readonly view: 'walk' | 'train' | 'scale' } & LessonPatch;
  /** What it is set against once it is revealed, as what differs from it: kept in the figure beside it. */
  readonly beside?: LessonPatch;
  /** Whether its message is the variance: a lecture shows that figure too. */
  readonly isAboutVariance?: true;
  /** Every number the text speaks of, computed from the lesson's experiment by theory. */
  numbers(experiment: Experiment, theory: LessonTheory): N;
}
