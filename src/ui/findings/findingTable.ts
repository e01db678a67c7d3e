import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { version } from '#experiment/version.ts';
import { type FigureTable, filledTable } from '#run/figureTable.ts';
import type { FindingFigure } from '#run/questions/figures.ts';
import { type QuestionPoint, seriesPoints } from '#run/questions/points.ts';
import { seriesText, valueText } from './findingPlot.ts';

/** A figure's numbers for a file: a row a point, with the link of its first experiment. */
export const findingTable = ({ x, y }: FindingFigure, points: readonly QuestionPoint[]): FigureTable =>
  filledTable(
    ['series', x, y, `${y}Error`, 'trainings', 'link', 'version'],
    points.map((point) => [
      point.series,
      point.x,
      point.mean,
      point.error,
      point.asked,
      point.first.link,
      version,
    ]),
  );

/** The same to be read: a row a place, a column a curve, each value with its standard error as the axis has it. */
export function findingReading(figure: FindingFigure, points: readonly QuestionPoint[]): FigureTable {
  const places = [...new Set(points.map(({ x }) => x))];
  const series = figure.series.filter((name) => seriesPoints(points, name).length > 0);
  const textAt = (name: string, x: number) => {
    const point = seriesPoints(points, name).find((one) => one.x === x);
    return point ? valueText(figure, point.mean, point.error) : null;
  };
  return filledTable(
    [figure.x, ...series],
    places.map((x) => [x, ...series.map((name) => textAt(name, x))]),
  );
}

/** What the columns that are read are called on the page. */
export const findingColumns = ({ x, series }: FindingFigure): Readonly<Record<string, string>> => ({
  [x]: dictionary('findings').axes[x],
  ...Object.fromEntries(series.map((name) => [name, seriesText(name)])),
});
