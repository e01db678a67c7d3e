import { dictionary } from '#experiment/dictionary/dictionary.ts';
import type { QuestionName } from '#experiment/questions/questionNames.ts';
import { measuredText, shortText } from '#plots/numberText.ts';
import type { SweepCurve, SweepDot, SweepPlotData } from '#plots/sweepPlotData.ts';
import type { Answer } from '#run/questions/answers.ts';
import type { FindingFigure } from '#run/questions/figures.ts';
import { type QuestionPoint, seriesPoints } from '#run/questions/points.ts';
import { findingX, findingY } from './findingAxes.ts';
import { shareText } from './findingNumbers.ts';
import { seriesStyle } from './seriesStyle.ts';

const words = () => dictionary('findings');

/** What a curve is called: a depth, or by its name among the words. */
export const seriesText = (series: string): string =>
  /^\d+$/.test(series) ? words().layers(Number(series)) : (words().series[series] ?? series);

/** A value with its error as the figure's axis has it: in per cent, or in steps. */
export function valueText({ y }: FindingFigure, mean: number, error: number): string {
  if (y === 'steps') return words().steps(measuredText(mean, error));
  return shareText(mean, error);
}

/** What a point says when it is pointed at. */
export function pointText(figure: FindingFigure, point: QuestionPoint): string {
  const { series, x, mean, error, read, asked } = point;
  const where = words().where[figure.x](shortText(x, 4));
  return words().readout(seriesText(series), where, valueText(figure, mean, error), read, asked);
}

const dotOf = (figure: FindingFigure, point: QuestionPoint, index: number, href: string): SweepDot => ({
  key: `${point.series} ${point.x}`,
  readout: pointText(figure, point),
  href,
  x: point.x,
  y: point.mean,
  error: point.error,
  tone: seriesStyle(index).tone,
  isUnfinished: point.read < point.asked,
  isRing: index % 2 === 1,
});

const curveOf = (points: readonly QuestionPoint[], series: string, index: number): SweepCurve => ({
  ...seriesStyle(index),
  points: points.map(({ x, mean }) => [x, mean]),
  label: seriesText(series),
  labelAt: 1,
  isLabelBeside: true,
});

/** A question's figure but for its size and style. `level` is the error of whoever guesses. */
export function findingPlot(
  question: QuestionName,
  figure: FindingFigure,
  points: readonly QuestionPoint[],
  level: number | null,
  hrefOf: (answer: Answer) => string,
): Omit<SweepPlotData, 'size' | 'style'> {
  const curves = figure.series
    .map((series, index) => ({ series, index, own: seriesPoints(points, series) }))
    .filter(({ own }) => own.length > 0);
  return {
    title: dictionary('findingTexts')[question].figures[figure.name] ?? '',
    x: findingX(figure, points),
    y: findingY(figure, points),
    level,
    curves: curves.map(({ series, index, own }) => curveOf(own, series, index)),
    marks: figure.x === 'push' ? [{ x: 0, label: words().best, tone: 'ink' }] : [],
    dots: curves.flatMap(({ own, index }) =>
      own.map((point) => dotOf(figure, point, index, hrefOf(point.first))),
    ),
    labelReach: 8,
  };
}
