import { backendChoices } from '#engine/device/protocol.ts';

import { languageChoices } from '#experiment/language.ts';
import { lessonNames } from '#experiment/lessons/lessonNames.ts';
import { questionNames } from '#experiment/questions/questionNames.ts';
import type { ParameterRows } from './parameter.ts';

export const themeNames = ['system', 'light', 'dark', 'projector'] as const;

/** The page and what it runs on. */
export const pageRows = {
  lesson: {
    label: 'lesson',
    unit: '',
    default: 1,
    values: { kind: 'whole', low: 1, high: lessonNames.length },
    help: 'Which of the lessons the learn view shows.',
    restarts: [],
  },
  question: {
    label: 'question',
    unit: '',
    default: 'gain',
    values: { kind: 'name', names: questionNames },
    help: 'Which of the questions the findings view answers; data says on which set.',
    restarts: [],
  },
  backend: {
    label: 'backend',
    unit: '',
    default: 'auto',
    values: { kind: 'name', names: backendChoices },
    help: 'What computes; auto takes a graphics card by WebGPU or the vectors of the processor by WebAssembly, whichever is the faster one here for the run at hand, and the processor where there is no card.',
    restarts: ['walk', 'train', 'sweep'],
    setting: null,
    isKeptByLessons: true,
  },
  theme: {
    label: 'theme',
    unit: '',
    default: 'system',
    values: { kind: 'name', names: themeNames },
    help: 'Colours and line weights: paper, dark, or for a projector.',
    restarts: [],
    isKeptByLessons: true,
  },
  lang: {
    label: 'language',
    unit: '',
    default: 'auto',
    values: { kind: 'name', names: languageChoices },
    help: 'The language of the page; auto takes the first of the browser’s that the page speaks.',
    restarts: [],
    isKeptByLessons: true,
  },
  embed: {
    label: 'embedded',
    unit: '',
    default: 0,
    values: { kind: 'whole', low: 0, high: 1 },
    help: '1 for a page inside another one: quiet until seen, without its own header, steered by messages.',
    restarts: [],
    isKeptByLessons: true,
  },
} as const satisfies ParameterRows;
