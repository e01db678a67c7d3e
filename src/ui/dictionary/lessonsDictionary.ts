import type { LessonName } from '#experiment/lessons/lessonNames.ts';
import type { lessons } from '#experiment/lessons/lessons.ts';

/** The words of one lesson; every number in them is one of the lesson's. */
export interface LessonDictionary<N> {
  readonly title: string;
  /** What one sees or should know, in plain words: what the question needs, and no more. */
  readonly text: (numbers: N) => readonly string[];
  /** The same for whoever reads formulas: TeX. */
  readonly formula: string;
  readonly question: (numbers: N) => string;
  readonly choices: (numbers: N) => readonly string[];
  /** Which choice is right, from 0. */
  readonly right: number;
  /** What the figure then shows, and why. */
  readonly reveal: (numbers: N) => string;
  /** One thing to try. */
  readonly experiment: string;
  /** What the presenter's window shows: what to say. */
  readonly notes: (numbers: N) => string;
}

type NumbersOf<K extends LessonName> = ReturnType<(typeof lessons)[K]['numbers']>;

/** The words of all lessons in one language. */
export type LessonsDictionary = { readonly [K in LessonName]: LessonDictionary<NumbersOf<K>> };

/** The words of the lessons on networks that are not plain. */
export type CureLessonsDictionary = Pick<
  LessonsDictionary,
  'sameMatrix' | 'wayRound' | 'normalised' | 'cured'
>;
