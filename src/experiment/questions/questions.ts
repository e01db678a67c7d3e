import { cures } from './cures.ts';
import { encode } from './encode.ts';
import { gain } from './gain.ts';
import type { Question } from './question.ts';
import type { QuestionName } from './questionNames.ts';
import { shape } from './shape.ts';
import { tied } from './tied.ts';
import { time } from './time.ts';

/** Every question by its name. */
export const questions: Readonly<Record<QuestionName, Question>> = {
  gain,
  shape,
  encode,
  time,
  cures,
  tied,
};
