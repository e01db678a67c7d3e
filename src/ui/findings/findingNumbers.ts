import { dictionary } from '#experiment/dictionary/dictionary.ts';
import type { QuestionData } from '#experiment/questions/question.ts';
import type { QuestionName } from '#experiment/questions/questionNames.ts';
import { measuredText, numberText, percentText } from '#plots/numberText.ts';
import type { Answer } from '#run/questions/answers.ts';
import { type FindingFigure, findingFigures } from '#run/questions/figures.ts';
import { type QuestionPoint, questionPoints } from '#run/questions/points.ts';

/** Numbers of a question's answers as a text has them: a figure's curve at a place. */
export interface FindingNumbers {
  /** The error in per cent, with its standard error. */
  percent(figure: string, series: string, x: number): string;
  /** Steps until the loss was reached. */
  steps(figure: string, series: string, x: number): string;
  /** By how many per cent a gain is off whose push over a depth is so large. */
  off(push: number, depth: number): string;
  /** The same of another data set. */
  on(data: QuestionData): FindingNumbers;
}

/** A figure's point at a place; null where nothing was measured. */
function pointAt(
  answers: readonly Answer[],
  data: QuestionData,
  figure: FindingFigure,
  series: string,
  x: number,
): QuestionPoint | null {
  const points = questionPoints(answers, data, figure.part, figure.read);
  return points.find((point) => point.series === series && point.x === x) ?? null;
}

/** A share with its standard error, in per cent. */
export const shareText = (mean: number, error: number): string =>
  error > 0 ? `${measuredText(100 * mean, 100 * error)} %` : percentText(mean);

/** A number with its standard error as a sentence has it: whole, the error rounded up. */
const roughText = (mean: number, error: number, unit = ''): string =>
  error > 0 ? `${Math.round(mean)}\u00a0±\u00a0${Math.ceil(error)}${unit}` : `${Math.round(mean)}${unit}`;

/** The numbers of a question's answers for its text. */
export function findingNumbers(
  question: QuestionName,
  answers: readonly Answer[],
  data: QuestionData = 'digits',
): FindingNumbers {
  const find = (name: string, series: string, x: number) => {
    const figure = findingFigures[question].find((one) => one.name === name);
    return figure ? pointAt(answers, data, figure, series, x) : null;
  };
  const none = () => dictionary('findings').none;
  return {
    percent(figure, series, x) {
      const point = find(figure, series, x);
      return point ? roughText(100 * point.mean, 100 * point.error, '\u00a0%') : none();
    },
    steps(figure, series, x) {
      const point = find(figure, series, x);
      return point ? roughText(point.mean, point.error) : none();
    },
    off: (push, depth) => `${numberText(100 * Math.abs(Math.expm1(push / (2 * depth))), 2)}\u00a0%`,
    on: (other) => findingNumbers(question, answers, other),
  };
}

/** The link of the experiment that answered best, on a data set: of the main figure the place of the least error, or of the deepest that arrived. */
export function bestLink(question: QuestionName, answers: readonly Answer[], data: QuestionData): string {
  const [figure] = findingFigures[question];
  if (!figure) return '';
  const points = questionPoints(answers, data, figure.part, figure.read);
  return points.toSorted((a, b) => a.mean - b.mean)[0]?.first.link ?? '';
}
