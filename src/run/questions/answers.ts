import type { QuestionData, QuestionSize } from '#experiment/questions/question.ts';

/** One finished training of a question: a line of docs/experiments/. */
export interface Answer {
  readonly data: QuestionData;
  readonly size: QuestionSize;
  readonly part: string;
  readonly series: string;
  readonly x: number;
  readonly seed: number;
  /** The experiment's link, without `#`. */
  readonly link: string;
  /** The gain as a number, and g* of its network. */
  readonly gain: number;
  readonly best: number;
  /** The learning rate that it ended with. */
  readonly rate: number;
  /** Steps made. */
  readonly steps: number;
  /** Whether float32 was left. */
  readonly diverged: boolean;
  /**
   * Training error over the last tenth of the steps: share of wrong answers, or the squared error over that of the best
   * constant answer. Null where the run diverged.
   */
  readonly error: number | null;
  /** Mean loss of these steps over that of the best constant answer; null where it diverged. */
  readonly loss: number | null;
  /** Steps until the mean loss of 20 was below each of the question's levels; null where it never was. */
  readonly reached: readonly (number | null)[];
  readonly seconds: number;
  /** Of a network that makes so much of a rounding error that the check at the run's end failed; its last few steps are left out. */
  readonly unchecked?: true;
}

/** One session of the script: the lines after it are its. */
export interface Session {
  /** When it began, ISO 8601. */
  readonly session: string;
  readonly version: string;
  /** The processor's name, how many cores it has, and what ran the script. */
  readonly processor: string;
  readonly cores: number;
  readonly runtime: string;
}

/** What stands in a file of answers. */
export interface Answers {
  readonly sessions: readonly Session[];
  readonly answers: readonly Answer[];
}

const isSession = (line: Session | Answer): line is Session => 'session' in line;

/** Reads a file of answers, JSON a line; lines are the script's own, and are not doubted. */
export function parseAnswers(text: string): Answers {
  const lines = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Session | Answer => JSON.parse(line));
  return {
    sessions: lines.filter(isSession),
    answers: lines.filter((line): line is Answer => !isSession(line)),
  };
}
