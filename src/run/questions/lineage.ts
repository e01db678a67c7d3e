import type { QuestionData } from '#experiment/questions/question.ts';
import type { Answers } from './answers.ts';

/** What ran for the answers on one data set. */
export interface Lineage {
  readonly trainings: number;
  readonly diverged: number;
  /** Of them the check at the end failed, as small errors of rounding became large. */
  readonly unchecked: number;
  readonly seeds: number;
  readonly isSmall: boolean;
  /** Seconds that all of them took. */
  readonly seconds: number;
  /** On what, each once, and when it began, ISO 8601. */
  readonly machines: readonly string[];
  readonly began: string;
}

/** What is on record of how a question's answers on a set were made. */
export function lineageOf({ sessions, answers }: Answers, data: QuestionData): Lineage {
  const own = answers.filter((answer) => answer.data === data);
  const machines = sessions.map(({ processor, runtime }) => `${processor}, ${runtime}`);
  return {
    trainings: own.length,
    diverged: own.filter(({ diverged }) => diverged).length,
    unchecked: own.filter(({ unchecked }) => unchecked).length,
    seeds: new Set(own.map(({ seed }) => seed)).size,
    isSmall: own.some(({ size }) => size === 'small'),
    seconds: own.reduce((sum, { seconds }) => sum + seconds, 0),
    machines: [...new Set(machines)],
    began: sessions[0]?.session ?? '',
  };
}
