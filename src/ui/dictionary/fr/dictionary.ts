import { experiment } from '#experiment/dictionary/fr/experiment.ts';
import type { LanguageDictionary } from '#ui/dictionary/dictionary.ts';
import { page } from './page.ts';
import { parameters } from './parameters.ts';
import { parts } from './parts.ts';
import { saving } from './saving.ts';

/** All that the page says in French. */
export const dictionary: LanguageDictionary = {
  first: { experiment, page, parameters, parts, saving },
  later: {
    train: () => import('./train.ts'),
    answers: () => import('./train/answers.ts'),
    own: () => import('./train/own.ts'),
    dataReasons: () => import('#experiment/dictionary/fr/dataReasons.ts'),
    scale: () => import('./scale.ts'),
    learn: () => import('./learn.ts'),
    lessons: () => import('./lessons.ts'),
    findings: () => import('./findings/findings.ts'),
    findingTexts: () => import('./findings/findingTexts.ts'),
    facts: () => import('./facts.ts'),
    insight: () => import('./insight.ts'),
    compare: () => import('./compare.ts'),
    contrast: () => import('./contrast.ts'),
    share: () => import('./share.ts'),
    embed: () => import('./embed.ts'),
    afterStart: () => import('./afterStart.ts'),
    teaching: () => import('./teaching.ts'),
  },
};
