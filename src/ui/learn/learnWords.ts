import { learnEn } from './learnEn.ts';
import { lessonsEn } from './lessonsEn.ts';

/** The learn view's words in the page's language. */
export const learnWords = learnEn;

/** The lessons' words in the page's language. */
export const lessonsWords = lessonsEn;
