import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import { type Experiment, parameterKeys, type View } from '#experiment/experiment.ts';
import { schema } from '#experiment/schema.ts';
import { lessonName } from './lessonNames.ts';
import { lessons } from './lessons.ts';

const keptKeys = parameterKeys.filter((key) => 'isKeptByLessons' in schema[key]);

/** An experiment with the keys of another that belong to the page: theme, language, what computes. */
export const withPageOf = (experiment: Experiment, from: Experiment): Experiment => ({
  ...experiment,
  ...Object.fromEntries(keptKeys.map((key) => [key, from[key]])),
});

/** A lesson in exactly the state that its text speaks of; the page's own keys are taken from `from`. */
export function lessonExperiment(lesson: number, from: Experiment = defaultExperiment): Experiment {
  const own: Experiment = {
    ...defaultExperiment,
    ...lessons[lessonName(lesson)].patch,
    view: 'learn',
    lesson,
  };
  return withPageOf(own, from);
}

/** The experiment that another view opens with: the learn view shows its lesson, the others what there is. */
export function withView(experiment: Experiment, view: View): Experiment {
  if (view === 'learn' && experiment.view !== 'learn') return lessonExperiment(experiment.lesson, experiment);
  return { ...experiment, view };
}

/** The experiment to which a lesson leads on. */
export function onwardExperiment(experiment: Experiment): Experiment {
  return { ...experiment, ...lessons[lessonName(experiment.lesson)].onward };
}

/** Whether a lesson's message is the variance. */
export const isAboutVariance = (lesson: number): boolean => 'isAboutVariance' in lessons[lessonName(lesson)];
