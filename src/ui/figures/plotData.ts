import { densityOf, newMatricesOf, theoryOf } from '#experiment/derived/theoryOf.ts';
import { settingsKey } from '#experiment/derived/walkSettings.ts';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import type { Domain } from '#plots/domain.ts';
import type { EndPlotData } from '#plots/endPlot.ts';
import type { FigureStyle } from '#plots/figureStyle.ts';
import { measuredText, numberText, percentText } from '#plots/numberText.ts';
import type { VariancePlotData } from '#plots/variancePlot.ts';
import type { WalkPlotData } from '#plots/walkPlotData.ts';
import type { RunState } from '#run/runState.ts';
import type { WalkFacts } from '#run/walk/walkFacts.ts';
import type { WalkRecord } from '#run/walk/walkRecord.ts';
import { factorOfTen } from '#theory/shareWithin.ts';
import { endSize, varianceSize, walkSize } from './figureSizes.ts';
import type { ElementSize } from './useElementSize.ts';

/** What a frame shows. */
export interface SceneMoment {
  readonly experiment: Experiment;
  readonly found: FoundGains;
  readonly record: WalkRecord | null;
  readonly run: RunState;
  readonly facts: WalkFacts;
  /** Measured where no theory of finite width holds; null where one does, or while there is none. */
  readonly reference: WalkRecord['moments'];
  /** 2 ln|lambda_1| of the first walks' networks; null where walks have no rate of their own, or it is not known. */
  readonly rates: Float64Array | null;
}

/** What stands beside one matrix in every layer: Var ln Z of new ones, and the square of the depth that the rates, or else the walks' ends, make of it. */
function selectContrast(moment: SceneMoment) {
  const { experiment, found, rates } = moment;
  const { depth } = experiment;
  if (theoryOf(experiment, found).kind !== 'new-matrices') return null;
  const { kind, variance } = newMatricesOf(experiment, found);
  const spread = rates && rates.length >= enough ? varianceOf(rates) : null;
  const end = livingMoments(moment)?.variance[depth];
  const square = spread ?? (end === undefined ? null : end / depth ** 2);
  return { kind, variance, square };
}

function varianceOf(values: Float64Array): number {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  return values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1);
}

/** Lines that are drawn beside walks: more would hide them. */
const mostLines = 40;

/** The straight lines that walks become, through their ends. */
function linesOf({ experiment, rates, record }: SceneMoment): (readonly [number, number])[] {
  if (!rates || !record) return [];
  const { depth, ensemble } = experiment;
  const ends = Array.from(record.final.subarray(0, Math.min(mostLines, record.walks)));
  return ends.flatMap((end, i) => {
    const rate = rates[ensemble === 'inputs' ? 0 : i];
    return rate === undefined || !Number.isFinite(end) ? [] : [[end - rate * depth, end] as const];
  });
}

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

/** Measured curves need at least this many living walks. */
const enough = 2;

function livingMoments({ record }: SceneMoment) {
  return record && record.walks - record.dead >= enough ? record.moments : null;
}

export function walkPlotData(
  moment: SceneMoment,
  size: ElementSize,
  style: FigureStyle,
  domain: Domain,
  isAlone: boolean,
): WalkPlotData {
  const { experiment, record } = moment;
  const { kind, mean, variance } = selectBeside(moment);
  const { depth, pass } = experiment;
  const isNarrow = size.widthPx < 480;
  return {
    size: walkSize(size, style, isAlone),
    style: besideStyle(style, kind),
    depth,
    domain,
    // Until its part is loaded, theory has no first step.
    theory: Number.isNaN(mean[1]) ? null : { mean, variance },
    lines: linesOf(moment),
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
      lines: figures().ownLines,
      deviations: (count) => figures().deviations(count, kindWords(kind)),
    },
  };
}

/** Of Var ln Z; `domain` is in powers of ten where one matrix is set against new ones (`contrastDomain`). */
export function variancePlotData(
  moment: SceneMoment,
  size: ElementSize,
  style: FigureStyle,
  domain: Domain,
): VariancePlotData {
  const { experiment, facts } = moment;
  const contrast = selectContrast(moment);
  const { kind, variance } = contrast ?? selectBeside(moment);
  const { measured } = facts.slope;
  const end = variance?.[experiment.depth];
  const theory = facts.slope.theory !== null && end !== undefined ? end / experiment.depth : null;
  const slope =
    measured && !contrast ? figures().varianceMeasured(measuredText(measured.value, measured.error)) : '';
  const theoryWords = theory === null ? '' : figures().varianceTheory(numberText(theory, 4), kindWords(kind));
  const known = contrast ? figures().varianceNew : theoryWords;
  return {
    size: varianceSize(size, style),
    style: besideStyle(style, kind),
    depth: experiment.depth,
    domain: contrast ? [10 ** domain[0], 10 ** domain[1]] : domain,
    isLogarithmic: contrast !== null,
    theory: variance,
    square: contrast?.square ?? null,
    measured: livingMoments(moment),
    labels: {
      yTitle: figures().varianceTitle,
      xTitle: figures().layers[experiment.pass],
      theory: variance ? known : figures().noTheory,
      square: contrast ? figures().varianceSquare : '',
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
    labels: {
      title: figures().endTitle,
      density: density ? densityWords(moment) : '',
      within: within ? figures().within(percentText(within.value)) : [],
      dead: dead && dead.value > 0 ? figures().dead(percentText(dead.value)) : '',
    },
  };
}
