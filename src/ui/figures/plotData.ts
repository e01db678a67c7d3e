import { densityOf, theoryOf } from '#experiment/derived/theoryOf.ts';
import { settingsKey } from '#experiment/derived/walkSettings.ts';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import type { Domain } from '#plots/domain.ts';
import type { EndPlotData } from '#plots/endPlot.ts';
import type { FigureStyle } from '#plots/figureStyle.ts';
import { measuredText, numberText, percentText } from '#plots/numberText.ts';
import type { VariancePlotData } from '#plots/variancePlot.ts';
import type { WalkPlotData } from '#plots/walkPlotData.ts';
import { factorOfTen } from '#theory/shareWithin.ts';
import { endSize, varianceSize, walkSize } from './figureSizes.ts';
import { livingMoments, type SceneMoment } from './sceneMoment.ts';
import type { ElementSize } from './useElementSize.ts';
import { knownMoments } from './walkDomain.ts';

/** What measurements are laid beside: a theory that holds, else the reference ensemble, else the mean of infinite width. */
function selectBeside({ experiment, found, reference }: SceneMoment) {
  if (reference) return { kind: 'reference' as const, mean: reference.mean, variance: reference.variance };
  return theoryOf(experiment, found);
}

const figures = () => dictionary('page').figures;
const kindWords = (kind: keyof ReturnType<typeof facts>['theory']) => facts().theory[kind];
const facts = () => dictionary('page').facts;

/** Exact is ink; a reference is measured, and so it is not. */
function besideStyle(style: FigureStyle, kind: ReturnType<typeof selectBeside>['kind']): FigureStyle {
  const { palette } = style;
  return kind === 'reference' ? { ...style, palette: { ...palette, ink: palette.soft } } : style;
}

/** The axis of layers holds deeper networks that are compared with too. */
const axisDepth = ({ experiment, pins }: SceneMoment) =>
  Math.max(
    experiment.depth,
    ...pins.flatMap((pin) => (knownMoments(pin.record) ? pin.experiment.depth : [])),
  );

export function walkPlotData(
  moment: SceneMoment,
  size: ElementSize,
  style: FigureStyle,
  domain: Domain,
  isAlone: boolean,
  drawBeside: WalkPlotData['drawBeside'],
): WalkPlotData {
  const { experiment, record } = moment;
  const { kind, mean, variance } = selectBeside(moment);
  const { depth, pass } = experiment;
  const isNarrow = size.widthPx < 480;
  return {
    size: walkSize(size, style, isAlone),
    style: besideStyle(style, kind),
    depth,
    axisDepth: axisDepth(moment),
    domain,
    // Until its part is loaded, theory has no first step.
    theory: Number.isNaN(mean[1]) ? null : { mean, variance },
    drawBeside,
    measured: livingMoments(moment),
    paths: record && {
      values: record.paths,
      count: record.pathCount,
      expected: Math.min(500, record.settings.walks),
      depth: record.settings.depth,
    },
    runKey: record ? `${record.source} ${settingsKey(record.settings)}` : '',
    labels: {
      yTitle: isNarrow ? figures().walkTitle : figures().walkTitleLong[pass],
      xTitle: isAlone ? figures().layers[pass] : '',
      factorTitle: figures().factorTitle,
      theoryMean: figures().meanTheory(kindWords(kind)),
      measuredMean: figures().meanMeasured,
      deviations: (count) => figures().deviations(count, kindWords(kind)),
    },
  };
}

export function variancePlotData(
  moment: SceneMoment,
  size: ElementSize,
  style: FigureStyle,
  domain: Domain,
  drawBeside: VariancePlotData['drawBeside'],
): VariancePlotData {
  const { experiment, facts } = moment;
  const { kind, variance } = selectBeside(moment);
  const { measured } = facts.slope;
  const end = variance?.[experiment.depth];
  const theory = facts.slope.theory !== null && end !== undefined ? end / experiment.depth : null;
  const slope = measured ? figures().varianceMeasured(measuredText(measured.value, measured.error)) : '';
  const theoryWords = theory === null ? '' : figures().varianceTheory(numberText(theory, 4), kindWords(kind));
  return {
    size: varianceSize(size, style),
    style: besideStyle(style, kind),
    depth: experiment.depth,
    axisDepth: axisDepth(moment),
    domain,
    theory: variance,
    measured: livingMoments(moment),
    drawBeside,
    labels: {
      yTitle: figures().varianceTitle,
      xTitle: figures().layers[experiment.pass],
      theory: variance ? theoryWords : figures().noTheory,
      slope: slope === '' && livingMoments(moment) ? figures().varianceMeasuredPlain : slope,
    },
  };
}

function densityWords({ experiment, found }: SceneMoment): string {
  const { kind } = theoryOf(experiment, found);
  return kind === 'exact' ? figures().densityExact : figures().densityNormal;
}

export function endPlotData(
  moment: SceneMoment,
  size: ElementSize,
  style: FigureStyle,
  domain: Domain,
  isAlone: boolean,
  drawBeside: EndPlotData['drawBeside'],
): EndPlotData {
  const { experiment, found, record, facts } = moment;
  const density = densityOf(experiment, found);
  const within = facts.within.measured;
  const dead = facts.dead.measured;
  return {
    size: endSize(size, style, isAlone),
    style,
    domain,
    final: record ? record.final.subarray(0, record.walks) : new Float32Array(),
    expected: experiment.walks,
    deviation: Math.sqrt(
      (theoryOf(experiment, found).variance ?? livingMoments(moment)?.variance)?.[experiment.depth] ?? 0,
    ),
    density,
    within: factorOfTen,
    drawBeside,
    labels: {
      title: figures().endTitle,
      density: density ? densityWords(moment) : '',
      within: within ? figures().within(percentText(within.value)) : [],
      dead: dead && dead.value > 0 ? figures().dead(percentText(dead.value)) : '',
    },
  };
}
