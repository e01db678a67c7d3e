import { alignedInputs } from './alignedInputs.ts';
import { budget } from './budget.ts';
import { drift } from './drift.ts';
import { goodGain } from './goodGain.ts';
import { logsAdd } from './logsAdd.ts';
import { oneMatrix } from './oneMatrix.ts';
import { orthogonal } from './orthogonal.ts';
import { realTraining } from './realTraining.ts';
import { spread } from './spread.ts';
import { typical } from './typical.ts';

/** The ten lessons by name. To write another, add a file like these, its words in `ui/learn/`, and its name below. */
export const lessons = {
  oneMatrix,
  logsAdd,
  drift,
  goodGain,
  spread,
  typical,
  orthogonal,
  realTraining,
  budget,
  alignedInputs,
} as const;

export type LessonName = keyof typeof lessons;

/** In the order in which they are taught: lesson 1 is the first. */
export const lessonNames: readonly LessonName[] = [
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
];

/** The name of lesson 1..10. */
export function lessonName(lesson: number): LessonName {
  return lessonNames[lesson - 1] ?? 'oneMatrix';
}
