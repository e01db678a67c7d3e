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
] as const;

export type LessonName = (typeof lessonNames)[number];

/** The name of lesson 1..10. */
export function lessonName(lesson: number): LessonName {
  return lessonNames[lesson - 1] ?? 'oneMatrix';
}
