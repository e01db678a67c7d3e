import { newMatricesOf, theoryOf } from '#experiment/derived/theoryOf.ts';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { type ContrastPlotData, createContrastPlot } from '#plots/contrastPlot.ts';
import { computeExtent, type Domain } from '#plots/domain.ts';
import type { FigureStyle } from '#plots/figureStyle.ts';
import { createMovingDomain } from '#plots/movingDomain.ts';
import { drawOwnLines } from '#plots/ownLines.ts';
import type { WalkPlotData } from '#plots/walkPlotData.ts';
import { varianceSize } from './figureSizes.ts';
import { livingMoments, type SceneMoment } from './sceneMoment.ts';
import type { ElementSize } from './useElementSize.ts';
import { type DomainQuestion, fewWalks, smallestVariance } from './walkDomain.ts';

/** What the figures of a tied network show beside its walks; a part of its own, which the first picture does not need. */
export interface Contrast {
  /** Whether Var ln Z of a moment is set against that of new matrices. */
  isOf(moment: SceneMoment): boolean;
  draw(moment: SceneMoment, view: ContrastView, nowMs: number): void;
  isMoving(): boolean;
  /** Draws the straight lines that walks become, through their ends, where they do; none of a moment before. */
  beside(moment: SceneMoment, style: FigureStyle): WalkPlotData['drawBeside'];
}

interface ContrastView {
  readonly size: ElementSize;
  readonly style: FigureStyle;
}

/** Variances below this are rounding. */
const leastVariance = 1e-6;
/** Lines that are drawn beside walks: more would hide them. */
const mostLines = 40;

/** What the logarithmic axis of Var ln Z must hold, as powers of ten: one matrix and new ones, from the first layer on. */
export function contrastDomain({ experiment, found, record }: DomainQuestion): Domain {
  const { variance } = newMatricesOf(experiment, found);
  const moments = record && record.walks - record.dead >= fewWalks ? record.moments : null;
  const values = [...(variance ?? []), ...(moments?.variance ?? [])].filter((value) => value > leastVariance);
  const [low, high] = computeExtent(values.map(Math.log10), [Math.log10(smallestVariance), 0]);
  // Above the curves the key has its place.
  return [low, high + 0.35 * (high - low)];
}

function varianceOf(values: Float64Array): number {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  return values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1);
}

/** c of c k^2: the variance of the networks' own rates, or, where they have none, what the last layer's comes to. */
function squareOf(moment: SceneMoment): number | null {
  const { rates, experiment } = moment;
  if (rates && rates.length > 1) return varianceOf(rates);
  const end = livingMoments(moment)?.variance[experiment.depth];
  return end === undefined ? null : end / experiment.depth ** 2;
}

function contrastPlotData(
  moment: SceneMoment,
  { size, style }: ContrastView,
  powers: Domain,
): ContrastPlotData {
  const { experiment, found } = moment;
  const words = dictionary('page').figures;
  const { variance } = newMatricesOf(experiment, found);
  const measured = livingMoments(moment);
  return {
    size: varianceSize(size, style),
    style,
    depth: experiment.depth,
    domain: [10 ** powers[0], 10 ** powers[1]],
    fresh: variance,
    square: squareOf(moment),
    measured,
    labels: {
      yTitle: words.varianceTitle,
      xTitle: words.layers[experiment.pass],
      fresh: variance ? words.varianceNew : words.noTheory,
      square: words.varianceSquare,
      measured: measured ? words.varianceMeasuredPlain : '',
    },
  };
}

/** The straight lines of a moment whose networks' rates are known. */
export function ownLines({ experiment, rates, record }: SceneMoment): (readonly [number, number])[] {
  if (!rates || !record) return [];
  const { depth, ensemble } = experiment;
  const ends = Array.from(record.final.subarray(0, Math.min(mostLines, record.walks)));
  return ends.flatMap((end, i) => {
    const rate = rates[ensemble === 'inputs' ? 0 : i];
    return rate === undefined || !Number.isFinite(end) ? [] : [[end - rate * depth, end] as const];
  });
}

/** Draws into the element of the variance figure, whose plain plot draws whatever this is not of. */
export function createContrast(element: SVGSVGElement): Contrast {
  const plot = createContrastPlot(element);
  const axis = createMovingDomain([-1, 1]);
  return {
    isOf: ({ experiment, found }) => theoryOf(experiment, found).kind === 'new-matrices',
    draw(moment, view, nowMs) {
      const powers = axis.at(contrastDomain(moment), nowMs, !view.style.reducedMotion);
      plot.draw(contrastPlotData(moment, view, powers));
    },
    isMoving: axis.isMoving,
    beside: (moment, style) => {
      const { depth } = moment.experiment;
      const label = dictionary('page').figures.ownLines;
      return (svg, frame, place) =>
        drawOwnLines(svg, { ends: ownLines(moment), depth, label, style }, frame, place);
    },
  };
}
