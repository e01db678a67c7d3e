import { loadPart } from '#api/loadPart.ts';
import type { QuestionName } from '#experiment/questions/questionNames.ts';
import { type Answers, parseAnswers } from '#run/questions/answers.ts';

// The answers are documents of the repository; the app carries them along, each loaded when it is looked at.
const files: Readonly<Record<QuestionName, () => Promise<{ default: string }>>> = {
  gain: () => loadPart(() => import('/docs/experiments/gain.jsonl?raw')),
  shape: () => loadPart(() => import('/docs/experiments/shape.jsonl?raw')),
  encode: () => loadPart(() => import('/docs/experiments/encode.jsonl?raw')),
  time: () => loadPart(() => import('/docs/experiments/time.jsonl?raw')),
  cures: () => loadPart(() => import('/docs/experiments/cures.jsonl?raw')),
  tied: () => loadPart(() => import('/docs/experiments/tied.jsonl?raw')),
};

/** What the script wrote down of a question. */
export const loadAnswers = async (question: QuestionName): Promise<Answers> =>
  parseAnswers((await files[question]()).default);
