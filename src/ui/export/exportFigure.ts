import { type Dictionary, dictionary } from '#experiment/dictionary/dictionary.ts';
import { version } from '#experiment/version.ts';
import { csvText } from '#plots/csvText.ts';
import type { FigureTable } from '#run/figureTable.ts';
import { figurePng } from './figurePng.ts';
import { drawingOf, figureSvg } from './figureSvg.ts';

/** A format of a saved figure. */
export type ExportFormat = keyof Dictionary['saving']['formats'];

/** A figure that can be saved. */
export interface ExportedFigure {
  /** Stem of the file's name. */
  readonly name: string;
  readonly title: string;
  /** The element with the figure's SVG and canvas. */
  readonly element: HTMLElement;
  /** What is on its canvas, as SVG; null where there is none, or none in vectors. */
  readonly vector: SVGGElement | null;
  readonly table: FigureTable;
  /** Background, a colour of the palette. */
  readonly paper: string;
  /** The whole address of the experiment. */
  readonly link: string;
  readonly experiment: unknown;
}

function numbersOf(format: 'csv' | 'json', figure: ExportedFigure): Blob {
  const { name, title, table, link, experiment } = figure;
  const { columns, rows } = table;
  if (format === 'csv') {
    const comments = [`${dictionary('page').title} ${version}: ${title}`, link];
    return new Blob([csvText(comments, columns, rows)], { type: 'text/csv' });
  }
  const content = {
    kind: 'gradient-walk-figure',
    app: version,
    figure: name,
    link,
    experiment,
    columns,
    rows,
  };
  return new Blob([`${JSON.stringify(content)}\n`], { type: 'application/json' });
}

/** A figure as a file of some format. */
export function exportFigure(format: ExportFormat, figure: ExportedFigure): Promise<Blob> | Blob {
  if (format === 'csv' || format === 'json') return numbersOf(format, figure);
  const { element, vector, paper, title, link } = figure;
  const drawing = figureSvg(element, vector, paper, { title: `${dictionary('page').title}: ${title}`, link });
  return format === 'png'
    ? figurePng(drawing, drawingOf(element))
    : new Blob([drawing.text], { type: 'image/svg+xml' });
}

export const fileNameOf = ({ name }: ExportedFigure, format: ExportFormat) =>
  `gradient-walk-${name}.${format}`;
