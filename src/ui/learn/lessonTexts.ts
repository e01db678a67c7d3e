import type { Experiment } from '#experiment/experiment.ts';
import { lessonExperiment } from '#experiment/lessons/lessonExperiment.ts';
import { type LessonName, lessonName } from '#experiment/lessons/lessonNames.ts';
import { lessons } from '#experiment/lessons/lessons.ts';
import { lessonTheory } from '#experiment/lessons/lessonTheory.ts';
import type { LessonsDictionary } from '#ui/dictionary/lessonsDictionary.ts';

/** The words of a lesson with its numbers in them. */
export interface LessonTexts {
  readonly title: string;
  readonly text: readonly string[];
  readonly formula: string;
  readonly question: string;
  readonly choices: readonly string[];
  readonly right: number;
  readonly reveal: string;
  readonly experiment: string;
  readonly notes: string;
}

function filled<K extends LessonName>(
  name: K,
  words: LessonsDictionary,
  experiment: Experiment,
): LessonTexts {
  const numbers = lessons[name].numbers(experiment, lessonTheory) as Parameters<
    LessonsDictionary[K]['text']
  >[0];
  const { title, formula, right, experiment: tryIt, ...lesson } = words[name];
  const say = <T>(text: (given: never) => T): T => text(numbers as never);
  return {
    title,
    formula,
    right,
    experiment: tryIt,
    text: say(lesson.text),
    question: say(lesson.question),
    choices: say(lesson.choices),
    reveal: say(lesson.reveal),
    notes: say(lesson.notes),
  };
}

/** The texts of a lesson, with the numbers of the lesson's own experiment. */
export function lessonTexts(lesson: number, words: LessonsDictionary): LessonTexts {
  return filled(lessonName(lesson), words, lessonExperiment(lesson));
}
