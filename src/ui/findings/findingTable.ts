import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { version } from '#experiment/version.ts';
import { type FigureTable, filledTable } from '#run/figureTable.ts';
import type { FindingFigure } from '#run/questions/figures.ts';
import { type QuestionPoint, seriesPoints } from '#run/questions/points.ts';
import { seriesText } from './findingPlot.ts';

const numbersOf = ({ series, x, mean, error, asked }: QuestionPoint) =>
  [series, x, mean, error, asked] as const;

const columnsOf = ({ x, y }: FindingFigure) => ['series', x, y, `${y}Error`, 'trainings'];

/** A figure's numbers for a file, with the link of each place's first experiment. */
export const findingTable = (figure: FindingFigure, points: readonly QuestionPoint[]): FigureTable =>
  filledTable(
    [...columnsOf(figure), 'link', 'version'],
    points.map((point) => [...numbersOf(point), point.first.link, version]),
  );

/** The same to be read, curve by curve in the page's words. */
export const findingReading = (figure: FindingFigure, points: readonly QuestionPoint[]): FigureTable =>
  filledTable(
    columnsOf(figure),
    figure.series.flatMap((name) =>
      seriesPoints(points, name).map((point) => [seriesText(name), ...numbersOf(point).slice(1)]),
    ),
  );

/** What the columns are called on the page. */
export const findingColumns = () => ({
  ...dictionary('findings').axes,
  ...dictionary('findings').columns,
});
