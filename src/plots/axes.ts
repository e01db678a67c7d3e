import {
  axisBottom,
  axisLeft,
  axisRight,
  type ScaleContinuousNumeric,
  type ScaleLinear,
  type Selection,
} from 'd3';
import type { FactorTick } from './factorTicks.ts';
import type { FigureStyle } from './figureStyle.ts';
import { numberText } from './numberText.ts';

type Group = Selection<SVGGElement, unknown, null, undefined>;

/** The group of a name, made at first use. */
export function part(
  parent: Group | Selection<SVGSVGElement, unknown, null, undefined>,
  name: string,
): Group {
  const found = parent.select<SVGGElement>(`g.${name}`);
  return found.empty() ? parent.append('g').attr('class', name) : found;
}

/** Axes recede: soft numbers, hairlines. */
export function quietAxis(group: Group, { palette, fontPx }: FigureStyle): void {
  group.attr('font-size', fontPx).attr('font-family', 'inherit');
  group.selectAll('text').attr('fill', palette.soft);
  group.selectAll('line').attr('stroke', palette.rule);
  group.select('.domain').attr('stroke', palette.rule);
}

const tickText = (value: number | { valueOf(): number }) => numberText(Number(value), 3).replace(/\.0+$/, '');

/** Plain numbers for an axis: `−20`, `0.5`. */
function plainText(step: number): (value: number | { valueOf(): number }) => string {
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return (value) =>
    Math.abs(Number(value)) >= 1e6
      ? tickText(value)
      : Number(value)
          .toFixed(decimals)
          .replace('-', '\u2212')
          .replace(/^\u2212(0(\.0+)?)$/, '$1');
}

/** Numbers closer than this, in lines of type, make a wall. */
const linesPerTick = 2.2;

/** Left axis, with hairlines across the plotting area; at `given` values, or about `count` round ones, fewer where large type needs the room. */
export function drawLeftAxis(
  group: Group,
  scale: ScaleContinuousNumeric<number, number>,
  acrossPx: number,
  count: number,
  style: FigureStyle,
  given: number[] | null = null,
): void {
  const [bottom = 0, top = 0] = scale.range();
  const room = Math.abs(bottom - top) / (linesPerTick * style.fontPx);
  const ticks = given ?? scale.ticks(Math.max(3, Math.min(count, room)));
  const step = ticks.length > 1 ? (ticks[1] ?? 1) - (ticks[0] ?? 0) : 1;
  group.call(
    axisLeft(scale)
      .tickValues(ticks)
      .tickFormat(given ? (value) => numberText(Number(value), 1) : plainText(step))
      .tickSize(-acrossPx)
      .tickPadding(6),
  );
  quietAxis(group, style);
  group.selectAll('line').attr('stroke-opacity', 0.55);
  group.select('.domain').remove();
}

/** Right axis of norm factors on a scale of ln Z. */
export function drawFactorAxis(
  group: Group,
  scale: ScaleLinear<number, number>,
  ticks: readonly FactorTick[],
  style: FigureStyle,
): void {
  const labels = new Map(ticks.map(({ lnZ, label }) => [lnZ, label]));
  group.call(
    axisRight(scale)
      .tickValues([...labels.keys()])
      .tickFormat((value) => labels.get(Number(value)) ?? '')
      .tickSize(4)
      .tickPadding(4),
  );
  quietAxis(group, style);
}

/** Bottom axis of layers. */
export function drawLayerAxis(
  group: Group,
  scale: ScaleLinear<number, number>,
  style: FigureStyle,
  labelled: boolean,
): void {
  const [, depth = 1] = scale.domain();
  const ticks = scale.ticks(6).filter(Number.isInteger);
  const last = ticks.at(-1) ?? 0;
  const shown = depth - last > depth / 15 ? [...ticks, depth] : [...ticks.slice(0, -1), depth];
  group.call(
    axisBottom(scale)
      .tickValues(shown)
      .tickFormat(labelled ? tickText : () => '')
      .tickSize(4),
  );
  quietAxis(group, style);
}
