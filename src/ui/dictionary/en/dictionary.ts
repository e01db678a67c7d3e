import { experiment } from '#experiment/dictionary/en/experiment.ts';
import { schema } from '#experiment/schema.ts';
import { page } from './page.ts';
import { parts } from './parts.ts';
import { saving } from './saving.ts';

/** All that the page says in English: what every other language has to say. */
export const dictionary = {
  first: { experiment, page, parameters: schema, parts, saving },
  later: {
    train: () => import('./train.ts'),
    answers: () => import('./train/answers.ts'),
    own: () => import('./train/own.ts'),
    dataReasons: () => import('#experiment/dictionary/en/dataReasons.ts'),
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
