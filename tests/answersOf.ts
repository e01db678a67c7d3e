import { readFileSync } from 'node:fs';
import type { QuestionName } from '#experiment/questions/questionNames.ts';
import { type Answers, parseAnswers } from '#run/questions/answers.ts';

/** What is on record of a question's trainings. */
export const answersOf = (question: QuestionName): Answers =>
  parseAnswers(readFileSync(`docs/experiments/${question}.jsonl`, 'utf8'));
