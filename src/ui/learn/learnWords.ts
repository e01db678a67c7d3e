import { inLanguage } from '#ui/text/inLanguage.ts';
import { learnDe } from './learnDe.ts';
import { learnEn } from './learnEn.ts';
import { lessonsDe } from './lessonsDe.ts';
import { lessonsEn } from './lessonsEn.ts';
import type { LessonsWords } from './lessonWords.ts';

/** The learn view's words in the page's language. */
export const learnWords = inLanguage(learnEn, { de: learnDe });

/** The lessons' words in the page's language. */
export const lessonsWords: LessonsWords = inLanguage<LessonsWords>(lessonsEn, { de: lessonsDe });
