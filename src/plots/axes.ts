import {
  type Axis,
  axisBottom,
  axisLeft,
  axisRight,
  type ScaleContinuousNumeric,
  type ScaleLinear,
} from 'd3';
import type { FactorTick } from './factorTicks.ts';
import type { FigureStyle } from './figureStyle.ts';
import type { Frame } from './frame.ts';
import { textPx } from './labels.ts';
import { drawAnew, type Group, part, type Svg } from './part.ts';
import { apartTicks, stepText, tickText } from './ticks.ts';

type Scale = ScaleContinuousNumeric<number, number>;
type TickText = (value: number) => string;

/** Ticks of an axis that differ from about `count` round ones. */
export interface AxisTicks {
  readonly values: readonly number[];
  readonly text?: TickText;
}

/** Numbers closer than this, in lines of type, make a wall. */
const linesPerTick = 2.2;
/** Half the height of a number with air around it, in lines of type. */
const halfLine = 0.6;
/** Space between numbers beside each other, in lines of type. */
const betweenNumbers = 0.6;

/**
 * Draws an axis at some ticks, unless it stands so. Axes recede: soft numbers, hairlines; where these go across the figure, no
 * line along the axis.
 */
function drawTicks(
  group: Group,
  axis: Axis<number>,
  values: readonly number[],
  text: TickText,
  style: FigureStyle,
): void {
  const { palette, fontPx } = style;
  const scale = axis.scale();
  const sizePx = axis.tickSizeInner();
  drawAnew(group, [scale.range(), values.map((value) => [scale(value), text(value)]), sizePx, style], () => {
    group.call(axis.tickValues([...values]).tickFormat((value) => text(value)));
    group.attr('font-size', fontPx).attr('font-family', 'inherit');
    group.selectAll('text').attr('fill', palette.soft);
    const lines = group.selectAll('line').attr('stroke', palette.rule);
    const along = group.select('.domain').attr('stroke', palette.rule);
    if (sizePx > 0) return;
    lines.attr('stroke-opacity', 0.55);
    along.remove();
  });
}

/** How many ticks an axis has room for, at least 3 and at most `count`. */
export const tickCount = (lengthPx: number, count: number, { fontPx }: FigureStyle): number =>
  Math.max(3, Math.min(count, lengthPx / (linesPerTick * fontPx)));

/**
 * Left axis, with hairlines across the plotting area unless they are unwanted; at the ticks of a number, or at given
 * ones as far as they do not touch.
 */
export function drawLeftAxis(
  svg: Svg,
  frame: Frame,
  scale: Scale,
  style: FigureStyle,
  ticks: number | AxisTicks,
  hairlines: 'across' | 'none' | 'outward' = 'across',
): void {
  const values =
    typeof ticks === 'number' ? scale.ticks(tickCount(frame.highPx, ticks, style)) : ticks.values;
  const text = typeof ticks === 'number' ? stepText(values) : (ticks.text ?? tickText);
  const shown = apartTicks(values, scale, () => halfLine * style.fontPx);
  const group = part(svg, 'y').attr('transform', `translate(${frame.left},0)`);
  const axis = axisLeft<number>(scale);
  if (hairlines === 'outward') axis.tickSize(4);
  else axis.tickSize(hairlines === 'across' ? -frame.acrossPx : 0).tickPadding(6);
  drawTicks(group, axis, shown, text, style);
}

/** Right axis of norm factors on a scale of ln Z. */
export function drawFactorAxis(
  svg: Svg,
  frame: Frame,
  scale: ScaleLinear<number, number>,
  style: FigureStyle,
  ticks: readonly FactorTick[],
): void {
  const shown = apartTicks(
    ticks,
    ({ lnZ }) => scale(lnZ),
    () => halfLine * style.fontPx,
  );
  const labels = new Map(shown.map(({ lnZ, label }) => [lnZ, label]));
  const group = part(svg, 'factor').attr('transform', `translate(${frame.right},0)`);
  const axis = axisRight<number>(scale).tickSize(4).tickPadding(4);
  drawTicks(group, axis, [...labels.keys()], (value) => labels.get(value) ?? '', style);
}

/** Bottom axis at given ticks, as far as their numbers do not touch. */
export function drawBottomAxis(
  svg: Svg,
  frame: Frame,
  scale: Scale,
  style: FigureStyle,
  { values, text = tickText }: AxisTicks,
): void {
  const { fontPx } = style;
  const shown = apartTicks(
    values,
    scale,
    (value) => (textPx(text(value), fontPx) + betweenNumbers * fontPx) / 2,
  );
  const group = part(svg, 'x').attr('transform', `translate(0,${frame.bottom})`);
  // Large numbers need more: the first would touch the lowest of the axis beside it.
  const axis = axisBottom<number>(scale)
    .tickSize(4)
    .tickPadding(Math.max(3, 0.35 * fontPx - 2));
  drawTicks(group, axis, shown, text, style);
}

/** Bottom axis of layers, the last of them always among its ticks; without numbers where another figure bears them. */
export function drawLayerAxis(
  svg: Svg,
  frame: Frame,
  scale: ScaleLinear<number, number>,
  style: FigureStyle,
  isLabelled: boolean,
): void {
  const [, depth = 1] = scale.domain();
  const ticks = scale.ticks(6).filter(Number.isInteger);
  const last = ticks.at(-1) ?? 0;
  const values = depth - last > depth / 15 ? [...ticks, depth] : [...ticks.slice(0, -1), depth];
  drawBottomAxis(svg, frame, scale, style, isLabelled ? { values } : { values, text: () => '' });
}
