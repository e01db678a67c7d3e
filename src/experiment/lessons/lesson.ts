import type { Experiment } from '#experiment/experiment.ts';

/** The keys of the link that a lesson sets; the others are the page's own or stay at their defaults. */
export type LessonPatch = Partial<
  Omit<Experiment, 'v' | 'view' | 'lesson' | 'backend' | 'theme' | 'lang' | 'embed' | 'hide'>
>;

/** A lesson as data; its words stand in `ui/learn/`, under the same name. */
export interface Lesson<N> {
  readonly patch: LessonPatch;
  /** The view that the lesson's link leads on to, and what it changes there. */
  readonly onward: Pick<Experiment, 'view'> & LessonPatch;
  /** Every number the text speaks of, computed from the lesson's experiment by theory. */
  numbers(experiment: Experiment): N;
}
