import type { Experiment } from '#experiment/experiment.ts';
import type { LessonPatch } from '#experiment/lessons/lesson.ts';
import { lessonName } from '#experiment/lessons/lessonNames.ts';
import { lessons } from '#experiment/lessons/lessons.ts';
import { withPinned } from './pinning.ts';

const besideOf = (lesson: { readonly beside?: LessonPatch }) => lesson.beside;

/** The pins of a lesson once it is revealed: what it is set against, instead of what was to be remembered. */
export function lessonPins(experiment: Experiment): Pick<Experiment, 'pins'> {
  const beside = besideOf(lessons[lessonName(experiment.lesson)]);
  return beside ? withPinned(experiment, [{ ...experiment, ...beside }]) : { pins: experiment.pins };
}
