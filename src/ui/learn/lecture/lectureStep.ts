import { lessonNames } from '#experiment/lessons/lessonNames.ts';
import type { LectureAction } from './lectureKeys.ts';

/** Where a lecture stands. */
export interface LecturePlace {
  readonly lesson: number;
  /** Whether the figure is shown, or the class still guesses. */
  readonly isRevealed: boolean;
}

/** Where a step leads: each lesson is first a question, then its figure. The ends hold. */
export function lectureStep({ lesson, isRevealed }: LecturePlace, action: LectureAction): LecturePlace {
  const last = lessonNames.length;
  if (action === 'first') return { lesson: 1, isRevealed: false };
  if (action === 'last') return { lesson: last, isRevealed: false };
  if (action === 'next') {
    if (!isRevealed) return { lesson, isRevealed: true };
    return lesson < last ? { lesson: lesson + 1, isRevealed: false } : { lesson, isRevealed };
  }
  if (action === 'previous') {
    if (isRevealed) return { lesson, isRevealed: false };
    return lesson > 1 ? { lesson: lesson - 1, isRevealed: true } : { lesson, isRevealed };
  }
  return { lesson, isRevealed };
}
