import type { Experiment } from '#experiment/experiment.ts';
import { type LessonName, lessonName } from './lessonNames.ts';

/** Lessons whose figure is a network in training; the others walk. */
const trainedLessons: readonly LessonName[] = ['realTraining', 'cured'];

/** Whose engine an experiment runs on: the learn view borrows that of its lesson's figure, and findings are there already. */
export function engineOf({
  view,
  lesson,
}: Pick<Experiment, 'view' | 'lesson'>): 'walk' | 'train' | 'scale' | 'none' {
  if (view === 'findings') return 'none';
  if (view !== 'learn') return view;
  return trainedLessons.includes(lessonName(lesson)) ? 'train' : 'walk';
}
