import { cured } from '#experiment/lessons/cures/cured.ts';
import { normalised } from '#experiment/lessons/cures/normalised.ts';
import { sameMatrix } from '#experiment/lessons/cures/sameMatrix.ts';
import { wayRound } from '#experiment/lessons/cures/wayRound.ts';
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

/** The lessons by name. To write another, add a file like these, its words in `ui/dictionary/`, and its name here and in `lessonNames.ts`. */
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
  sameMatrix,
  wayRound,
  normalised,
  cured,
} as const satisfies Readonly<Record<LessonName, unknown>>;
