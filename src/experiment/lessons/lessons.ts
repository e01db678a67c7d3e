import { alignedInputs } from './alignedInputs.ts';
import { budget } from './budget.ts';
import { drift } from './drift.ts';
import { goodGain } from './goodGain.ts';
import type { LessonName } from './lessonNames.ts';
import { logsAdd } from './logsAdd.ts';
import { oneMatrix } from './oneMatrix.ts';
import { orthogonal } from './orthogonal.ts';
import { realTraining } from './realTraining.ts';
import { spread } from './spread.ts';
import { typical } from './typical.ts';

/** The ten lessons by name. To write another, add a file like these, its words in `ui/learn/`, and its name here and in `lessonNames.ts`. */
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
} as const satisfies Readonly<Record<LessonName, unknown>>;
