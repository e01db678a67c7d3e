import type { QuestionData } from '#experiment/questions/question.ts';
import type { Answer } from './answers.ts';

/** What is read off an answer: a share of wrong answers or of an error, or steps until a loss was reached. */
export type Reading = (answer: Answer) => number | null;

/** Trainings of one place of a curve, that differ in their seeds alone. */
export interface QuestionPoint {
  readonly series: string;
  readonly x: number;
  /** Mean of what was read, and its standard error; 0 of a single one. */
  readonly mean: number;
  readonly error: number;
  /** Trainings that had something to read, and those that were asked. */
  readonly read: number;
  readonly asked: number;
  /** The one that a click opens: of the first seed. */
  readonly first: Answer;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Mean and standard error of at least one value. */
function estimate(values: readonly number[]): { mean: number; error: number } {
  const mean = sum(values) / values.length;
  if (values.length < 2) return { mean, error: 0 };
  const variance = sum(values.map((value) => (value - mean) ** 2)) / (values.length - 1);
  return { mean, error: Math.sqrt(variance / values.length) };
}

/** The points of a figure's curves, series by series, each from its lowest x on; places where no training had anything to read are left out. */
export function questionPoints(
  answers: readonly Answer[],
  data: QuestionData,
  part: string,
  reading: Reading,
): readonly QuestionPoint[] {
  const groups = new Map<string, Answer[]>();
  for (const answer of answers) {
    if (answer.data !== data || answer.part !== part) continue;
    const key = `${answer.series} ${answer.x}`;
    groups.set(key, [...(groups.get(key) ?? []), answer]);
  }
  const points = [...groups.values()].flatMap((group): QuestionPoint[] => {
    const [first] = group.toSorted((a, b) => a.seed - b.seed);
    const values = group.map(reading).filter((value) => value !== null);
    if (!first || values.length === 0) return [];
    const { series, x } = first;
    return [{ series, x, ...estimate(values), read: values.length, asked: group.length, first }];
  });
  return points.toSorted((a, b) => a.x - b.x);
}

/** The points of one curve. */
export const seriesPoints = (points: readonly QuestionPoint[], series: string): readonly QuestionPoint[] =>
  points.filter((point) => point.series === series);
