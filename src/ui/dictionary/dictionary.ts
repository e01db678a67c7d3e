import type { Dictionary } from '#experiment/dictionary/dictionary.ts';
import type { Translated } from '#experiment/dictionary/translated.ts';
import type { afterStart } from './en/afterStart.ts';
import type { compare } from './en/compare.ts';
import type { contrast } from './en/contrast.ts';
import type { embed } from './en/embed.ts';
import type { facts } from './en/facts.ts';
import type { findings } from './en/findings/findings.ts';
import type { insight } from './en/insight.ts';
import type { learn } from './en/learn.ts';
import type { page } from './en/page.ts';
import type { parts } from './en/parts.ts';
import type { saving } from './en/saving.ts';
import type { scale } from './en/scale.ts';
import type { share } from './en/share.ts';
import type { answers } from './en/train/answers.ts';
import type { own } from './en/train/own.ts';
import type { train } from './en/train.ts';
import type { FindingTexts } from './findingTexts.ts';
import type { LessonsDictionary } from './lessonsDictionary.ts';
import type { ParametersDictionary } from './parameterText.ts';

declare module '#experiment/dictionary/dictionary.ts' {
  interface Dictionary {
    readonly page: Translated<typeof page>;
    readonly parts: Translated<typeof parts>;
    readonly parameters: ParametersDictionary;
    readonly saving: Translated<typeof saving>;
    readonly train: Translated<typeof train>;
    readonly answers: Translated<typeof answers>;
    readonly own: Translated<typeof own>;
    readonly scale: Translated<typeof scale>;
    readonly learn: Translated<typeof learn>;
    readonly lessons: LessonsDictionary;
    /** The teacher's page, Markdown. */
    readonly teaching: string;
    readonly findings: Translated<typeof findings>;
    readonly findingTexts: FindingTexts;
    readonly facts: Translated<typeof facts>;
    readonly insight: Translated<typeof insight>;
    readonly contrast: Translated<typeof contrast>;
    readonly compare: Translated<typeof compare>;
    readonly share: Translated<typeof share>;
    readonly embed: Translated<typeof embed>;
    readonly afterStart: Translated<typeof afterStart>;
  }
}

/** Sections that the first picture needs. */
type FirstSection = 'experiment' | 'page' | 'parts' | 'parameters' | 'saving';

/** Sections that are loaded with the part of the page that shows them. */
export type LaterSection = Exclude<keyof Dictionary, FirstSection>;

/** All that the page says in one language: `dictionary` of `<language>/dictionary.ts`. */
export interface LanguageDictionary {
  readonly first: Pick<Dictionary, FirstSection>;
  readonly later: { readonly [S in LaterSection]: () => Promise<Pick<Dictionary, S>> };
}
