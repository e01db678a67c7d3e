import { backendChoices } from '#engine/walk/protocol.ts';
import type { ParameterRows } from './parameter.ts';

export const themeNames = ['system', 'light', 'dark', 'projector'] as const;

/** `auto` follows the browser. */
export const languageNames = ['auto', 'en', 'de'] as const;

/** The page and what it runs on. */
export const pageRows = {
  lesson: {
    label: 'lesson',
    unit: '',
    default: 1,
    values: { kind: 'whole', low: 1, high: 10 },
    help: 'Which of the ten lessons the learn view shows.',
    restarts: [],
  },
  backend: {
    label: 'backend',
    unit: '',
    default: 'auto',
    values: { kind: 'name', names: backendChoices },
    help: 'What computes; auto takes WebGPU where the browser has it, and for training whatever is faster here.',
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
    values: { kind: 'name', names: languageNames },
    help: 'The language of the page: English, German, or what the browser asks for.',
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
