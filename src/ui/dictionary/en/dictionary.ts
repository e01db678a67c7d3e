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
    dataReasons: () => import('#experiment/dictionary/en/dataReasons.ts'),
    scale: () => import('./scale.ts'),
    learn: () => import('./learn.ts'),
    lessons: () => import('./lessons.ts'),
    insight: () => import('./insight.ts'),
    contrast: () => import('./contrast.ts'),
    files: () => import('./files.ts'),
    share: () => import('./share.ts'),
    python: () => import('./python.ts'),
    embed: () => import('./embed.ts'),
    offline: () => import('./offline.ts'),
    teaching: () => import('./teaching.ts'),
  },
};
