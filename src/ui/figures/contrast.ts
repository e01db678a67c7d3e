import { newMatricesOf, theoryOf } from '#experiment/derived/theoryOf.ts';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { type ContrastPlotData, createContrastPlot } from '#plots/contrastPlot.ts';
import { computeExtent, type Domain } from '#plots/domain.ts';
import type { FigureStyle } from '#plots/figureStyle.ts';
import { createMovingDomain } from '#plots/movingDomain.ts';
import { drawOwnLines } from '#plots/ownLines.ts';
import { drawPinCurves, drawPinOutlines, drawPinVariances, type PinMark } from '#plots/pinMarks.ts';
import { pinMarks } from '#ui/compare/pinMarks.ts';
import { createBeneath } from './beneath.ts';
import type { Contrast, ContrastElements, ContrastView } from './contrastPart.ts';
import { varianceSize } from './figureSizes.ts';
import { livingMoments, type SceneMoment } from './sceneMoment.ts';
import { type DomainQuestion, knownMoments, smallestVariance } from './walkDomain.ts';

/** Variances below this are rounding. */
const leastVariance = 1e-6;
/** Lines that are drawn beside walks: more would hide them. */
const mostLines = 40;

const words = () => dictionary('contrast');
const isTied = ({ experiment }: Pick<SceneMoment, 'experiment'>) => experiment.tied === 1;

/** What the logarithmic axis of Var ln Z must hold, as powers of ten: one matrix and new ones, from the first layer on. */
export function contrastDomain({ experiment, found, record, other }: DomainQuestion): Domain {
  const { variance } = newMatricesOf(experiment, found);
  const measured = [record, other].flatMap((walks) => [...(knownMoments(walks)?.variance ?? [])]);
  const values = [...(variance ?? []), ...measured].filter((value) => value > leastVariance);
  const [low, high] = computeExtent(values.map(Math.log10), [Math.log10(smallestVariance), 0]);
  // Above the curves the key has its place.
  return [low, high + (other ? 0.5 : 0.35) * (high - low)];
}

function varianceOf(values: Float64Array): number {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  return values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1);
}

/** c of c k^2: the variance of the networks' own rates, or, where they have none, what the last layer's of one matrix comes to. */
function squareOf(moment: SceneMoment): number | null {
  const { rates, experiment, other } = moment;
  if (rates && rates.length > 1) return varianceOf(rates);
  const moments = isTied(moment) ? livingMoments(moment) : knownMoments(other);
  const end = moments?.variance[experiment.depth];
  return end === undefined ? null : end / experiment.depth ** 2;
}

function contrastPlotData(
  moment: SceneMoment,
  { size, style }: ContrastView,
  powers: Domain,
): ContrastPlotData {
  const { experiment, found, other } = moment;
  const page = dictionary('page').figures;
  const { variance } = newMatricesOf(experiment, found);
  const measured = livingMoments(moment);
  const square = squareOf(moment);
  return {
    size: varianceSize(size, style),
    style,
    depth: experiment.depth,
    domain: [10 ** powers[0], 10 ** powers[1]],
    fresh: variance,
    square,
    measured,
    beneath: knownMoments(other),
    labels: {
      yTitle: page.varianceTitle,
      xTitle: page.layers[experiment.pass],
      fresh: variance ? words().varianceNew : page.noTheory,
      square: square === null ? '' : words().varianceSquare,
      measured: measured ? page.varianceMeasuredPlain : '',
      beneath: words().varianceBeneath[isTied(moment) ? 'new' : 'one'],
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

export function createContrast(elements: ContrastElements): Contrast {
  const plot = createContrastPlot(elements.variance);
  const axis = createMovingDomain([-1, 1]);
  const beneath = createBeneath(elements.canvas);
  let known: { readonly moment: SceneMoment; readonly style: FigureStyle; readonly marks: PinMark[] } | null =
    null;

  /** The marks of a moment, worked out once for all of its figures. */
  function marksOf(moment: SceneMoment, style: FigureStyle): PinMark[] {
    if (known?.moment !== moment || known.style !== style) {
      known = { moment, style, marks: pinMarks(moment, style) };
    }
    return known.marks;
  }

  return {
    isOf: ({ experiment, found, other }) =>
      other !== null || theoryOf(experiment, found).kind === 'new-matrices',
    draw(moment, view, nowMs) {
      const powers = axis.at(contrastDomain(moment), nowMs, !view.style.reducedMotion);
      plot.draw(contrastPlotData(moment, view, powers));
    },
    isMoving: () => beneath.isLeft() || axis.isMoving(),
    drawnBeneath: beneath.drawn,
    besideVariance: (moment, style) => (svg, place) =>
      drawPinVariances(svg, marksOf(moment, style), style, place),
    besideEnd: (moment, style) => (svg, place, bars) =>
      drawPinOutlines(svg, marksOf(moment, style), bars, style, place),
    beside: (moment, style) => {
      const { depth } = moment.experiment;
      return (svg, frame, axes) => {
        beneath.draw(svg, moment, { ...axes, frame, style });
        if (!moment.other) elements.variance.querySelector('.beneath')?.remove();
        drawOwnLines(svg, { ends: ownLines(moment), depth, label: words().ownLines, style }, frame, axes);
        drawPinCurves(svg, marksOf(moment, style), depth, { frame, style, place: axes });
      };
    },
  };
}
