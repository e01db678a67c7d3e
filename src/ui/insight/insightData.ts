import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { computeExtent, type Domain } from '#plots/domain.ts';
import type { FigureSize } from '#plots/figureSize.ts';
import type { FigureStyle } from '#plots/figureStyle.ts';
import type { MeasuredSeries, SeriesPlotData, TheoryLine } from '#plots/seriesPlot.ts';
import type { InsightRecord } from '#run/insight.ts';
import { reluCorrelations } from '#theory/correlationMap.ts';
import { stretchRates } from '#theory/stretchRates.ts';

interface Series {
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
}

/** Points of a series, the first at `from`. */
function pointsOf(series: Series | undefined, from: number): MeasuredSeries['points'] {
  return Array.from(series?.mean ?? [], (mean, i) => [from + i, mean, series?.deviation[i] ?? 0] as const);
}

const lineOf = (label: string, values: Float64Array, from: number): TheoryLine => ({
  label,
  points: Array.from(values, (value, i) => [from + i, value] as const),
});

type Drawn = Pick<SeriesPlotData, 'measured' | 'theory' | 'xDomain' | 'yDomain' | 'labels'>;

function alignmentData({ settings, found }: InsightRecord, { palette }: FigureStyle): Drawn {
  const words = dictionary('insight').alignment;
  const { nonlinearity, weights, depth, biasDeviation } = settings;
  const seen = found?.kind === 'alignment' ? found : null;
  const isMapped = nonlinearity === 'relu' && weights !== 'orthogonal' && biasDeviation === 0;
  return {
    xDomain: [0, depth],
    yDomain: [0, 1],
    measured: [
      { label: words.activation, color: palette.measured, points: pointsOf(seen?.activation, 0) },
      { label: words.gradient, color: palette.vanished, points: pointsOf(seen?.gradient, 0) },
    ],
    theory: isMapped ? [lineOf(words.theory, reluCorrelations(depth), 0)] : [],
    labels: words,
  };
}

/** A range around all values, at least a tenth wide, from and to round numbers. */
function rangeOf(values: readonly number[]): Domain {
  const [low, high] = computeExtent(values, [0, 0]);
  const unit = high - low > 1 ? 0.5 : 0.1;
  return [Math.floor(low / unit - 0.1) * unit, Math.ceil(high / unit + 0.1) * unit];
}

function stretchData({ settings, found }: InsightRecord, { palette }: FigureStyle): Drawn {
  const words = dictionary('insight').stretch;
  const { nonlinearity, width, gain, depth, biasDeviation } = settings;
  const seen = found?.kind === 'stretch' ? found : null;
  const theory = (['gaussian', 'orthogonal'] as const).flatMap((weights) => {
    const rates = biasDeviation > 0 ? null : stretchRates(nonlinearity, weights, width, gain, depth);
    return rates ? [lineOf(`${words.theory}, ${words[weights]}`, rates, 1)] : [];
  });
  const measured = [
    { label: words.gaussian, color: palette.measured, points: pointsOf(seen?.gaussian, 1) },
    { label: words.orthogonal, color: palette.vanished, points: pointsOf(seen?.orthogonal, 1) },
  ];
  const heights = [...theory, ...measured].flatMap(({ points }) => points.map(([, y]) => y));
  const last = Math.max(
    2,
    ...[...theory, ...measured].flatMap(({ points }) => points.map(([x, y]) => (Number.isFinite(y) ? x : 2))),
  );
  return { xDomain: [1, last], yDomain: rangeOf(heights), measured, theory, labels: words };
}

/** What a look's figure shows. */
export function insightData(
  name: 'alignment' | 'stretch',
  state: InsightRecord,
  size: FigureSize,
  style: FigureStyle,
): SeriesPlotData {
  const drawn = name === 'alignment' ? alignmentData(state, style) : stretchData(state, style);
  return { size, style, ...drawn };
}
