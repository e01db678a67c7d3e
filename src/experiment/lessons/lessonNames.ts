/** The lessons' names in the order in which they are taught: lesson 1 is the first. */
export const lessonNames = [
  'oneMatrix',
  'logsAdd',
  'drift',
  'goodGain',
  'spread',
  'typical',
  'orthogonal',
  'realTraining',
  'budget',
  'alignedInputs',
  'sameMatrix',
  'wayRound',
  'normalised',
  'cured',
] as const;

export type LessonName = (typeof lessonNames)[number];

/** The name of a lesson by its number, 1.. */
export function lessonName(lesson: number): LessonName {
  return lessonNames[lesson - 1] ?? 'oneMatrix';
}
