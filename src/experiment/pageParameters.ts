import { backendChoices } from '#engine/walk/protocol.ts';
import { choiceCodec } from '#experiment/codecs/choiceCodec.ts';
import { integerCodec } from '#experiment/codecs/integerCodec.ts';
import { listCodec } from '#experiment/codecs/listCodec.ts';
import { hideableNames, languageNames, themeNames } from './experiment.ts';
import type { ParameterRows } from './parameter.ts';

/** The page and what it runs on. */
export const pageParameters: ParameterRows<
  'lesson' | 'backend' | 'theme' | 'lang' | 'embed' | 'hide' | 'run'
> = {
  lesson: {
    label: 'lesson',
    unit: '',
    default: 1,
    codec: integerCodec(1, 10),
    help: 'Which of the ten lessons the learn view shows.',
  },
  backend: {
    label: 'backend',
    unit: '',
    default: 'auto',
    codec: choiceCodec(backendChoices),
    help: 'What computes; auto takes WebGPU where the browser has it, and for training whatever is faster here.',
  },
  theme: {
    label: 'theme',
    unit: '',
    default: 'system',
    codec: choiceCodec(themeNames),
    help: 'Colours and line weights: paper, dark, or for a projector.',
  },
  lang: {
    label: 'language',
    unit: '',
    default: 'auto',
    codec: choiceCodec(languageNames),
    help: 'The language of the page: English, German, or what the browser asks for.',
  },
  embed: {
    label: 'embedded',
    unit: '',
    default: 0,
    codec: integerCodec(0, 1),
    help: '1 for a page inside another one: quiet until seen, without its own header, steered by messages.',
  },
  hide: {
    label: 'hidden',
    unit: '',
    default: [],
    codec: listCodec(hideableNames),
    help: 'What a class should not touch or see: controls and panels left out of the page.',
  },
  run: {
    label: 'run at once',
    unit: '',
    default: 1,
    codec: integerCodec(0, 1),
    help: '1 runs as soon as the link is opened or a setting changes, 0 waits for Run.',
  },
};
