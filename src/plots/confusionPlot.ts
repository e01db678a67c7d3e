import { lab, select } from 'd3';
import { type ConfusionLayout, confusionLayout } from './confusionLayout.ts';
import type { ConfusionPlotCell, ConfusionPlotData } from './confusionPlotData.ts';
import type { FigureStyle } from './figureStyle.ts';
import { openFrame } from './frame.ts';
import { drawLabels, type Label, textPx } from './labels.ts';
import { shade } from './mapCells.ts';
import { part, type Svg } from './part.ts';
import { joinPoints, type PointListener } from './pointFocus.ts';

export interface ConfusionPlot {
  draw(data: ConfusionPlotData): void;
}

/** Ink or paper, whichever stands out more on a colour. */
function legibleOn(color: string, { palette }: FigureStyle): string {
  const lightness = (of: string) => lab(of).l;
  const away = (of: string) => Math.abs(lightness(of) - lightness(color));
  return away(palette.ink) > away(palette.paper) ? palette.ink : palette.paper;
}

/** Room between cells, px, where they are large enough to spare it. */
const gapPx = (cellPx: number) => (cellPx > 8 ? 1 : 0);

/** Shades grow with the root of the share: a hundredth must be seen beside a whole. */
function drawCells(svg: Svg, data: ConfusionPlotData, at: ConfusionLayout, listen: PointListener): void {
  const { cells, style } = data;
  const { palette, fontPx } = style;
  const { frame, acrossPx, highPx } = at;
  part(svg, 'ground')
    .selectAll('rect')
    .data([frame])
    .join('rect')
    .attr('x', frame.left)
    .attr('y', frame.top)
    .attr('width', frame.acrossPx)
    .attr('height', frame.highPx)
    .attr('fill', palette.panel);
  const colorOf = ({ truth, answer, share }: ConfusionPlotCell) =>
    shade(palette.panel, truth === answer ? palette.soft : palette.measured, Math.sqrt(share));
  const anchors = joinPoints(part(svg, 'cells'), cells, listen);
  anchors
    .selectAll('rect')
    .data((cell) => [cell])
    .join('rect')
    .attr('class', 'field')
    .attr('x', ({ answer }) => frame.left + answer * acrossPx)
    .attr('y', ({ truth }) => frame.top + truth * highPx)
    .attr('width', acrossPx - gapPx(acrossPx))
    .attr('height', highPx - gapPx(highPx))
    .attr('fill', colorOf);
  // Numbers in some cells only would read as the others' having none.
  const widestPx = Math.max(0, ...cells.map(({ text }) => textPx(text, fontPx)));
  const hasRoom = widestPx < acrossPx - 4 && highPx > 1.15 * fontPx;
  part(svg, 'counts')
    .attr('pointer-events', 'none')
    .selectAll('text')
    .data(hasRoom ? cells : [])
    .join('text')
    .text(({ text }) => text)
    .attr('x', ({ answer }) => frame.left + (answer + 0.5) * acrossPx)
    .attr('y', ({ truth }) => frame.top + (truth + 0.5) * highPx + 0.35 * fontPx)
    .attr('text-anchor', 'middle')
    .attr('font-size', fontPx)
    .attr('fill', (cell) => legibleOn(colorOf(cell), style));
}

/** Names of the rows at the left, of the columns at the foot, with a hairline to those that stand behind others. */
function drawNames(svg: Svg, { style }: ConfusionPlotData, at: ConfusionLayout): void {
  const { palette, fontPx } = style;
  const { frame, rows, columns, acrossPx, highPx, namePx } = at;
  const rowY = (place: number) => frame.top + (place + 0.5) * highPx;
  const columnX = (place: number) => frame.left + (place + 0.5) * acrossPx;
  const lines = [
    ...rows
      .filter(({ level }) => level > 0)
      .map(({ place }) => [frame.left - 2, rowY(place), frame.left - namePx - 6, rowY(place)]),
    ...columns
      .filter(({ level }) => level > 0)
      .map(({ place }) => [columnX(place), frame.bottom + 2, columnX(place), frame.bottom + 1.3 * fontPx]),
  ];
  part(svg, 'leaders')
    .selectAll('path')
    .data(lines)
    .join('path')
    .attr('d', ([x1, y1, x2, y2]) => `M${x1},${y1}L${x2},${y2}`)
    .attr('stroke', palette.rule);
  const labels = [
    ...rows.map(({ place, text, level }) => ({
      text,
      x: frame.left - 6 - level * (namePx + 6),
      y: rowY(place) + 0.35 * fontPx,
      anchor: 'end',
    })),
    ...columns.map(({ place, text, level }) => ({
      text,
      x: columnX(place),
      y: frame.bottom + (1.1 + 1.15 * level) * fontPx,
      anchor: 'middle',
    })),
  ];
  part(svg, 'names')
    .selectAll('text')
    .data(labels)
    .join('text')
    .text(({ text }) => text)
    .attr('x', ({ x }) => x)
    .attr('y', ({ y }) => y)
    .attr('text-anchor', ({ anchor }) => anchor)
    .attr('font-size', fontPx)
    .attr('fill', palette.soft);
}

/** The share of every class that is right, as bars in the margin, with their numbers where they have room. */
function drawMargin(svg: Svg, { style, right, labels }: ConfusionPlotData, at: ConfusionLayout): void {
  const { palette, fontPx } = style;
  const { frame, highPx, barPx, left } = at.margin;
  const bars = right.flatMap((share, place) => (share === null ? [] : [{ share, place }]));
  const inset = Math.min(0.2 * highPx, 3);
  part(svg, 'bars')
    .selectAll('rect')
    .data(
      bars.flatMap((bar) => [
        { ...bar, isWhole: true },
        { ...bar, isWhole: false },
      ]),
    )
    .join('rect')
    .attr('x', left)
    .attr('y', ({ place }) => frame.top + place * highPx + inset)
    .attr('width', ({ share, isWhole }) => (isWhole ? barPx : share * barPx))
    .attr('height', Math.max(1, highPx - 2 * inset - gapPx(highPx)))
    .attr('fill', ({ isWhole }) => (isWhole ? palette.panel : palette.soft));
  const hasRoom = highPx > 1.1 * fontPx;
  const texts = hasRoom
    ? bars.map(
        ({ share, place }): Label => ({
          text: labels.share(share),
          x: left + barPx + 6,
          y: frame.top + (place + 0.5) * highPx + 0.35 * fontPx,
          anchor: 'start',
          color: palette.ink,
        }),
      )
    : [];
  drawLabels(svg, 'shares', texts, style);
}

function drawTitles(
  svg: Svg,
  { style, labels }: ConfusionPlotData,
  { frame, margin }: ConfusionLayout,
): void {
  const { fontPx, palette } = style;
  const y = frame.top - 0.45 * fontPx;
  const soft = { y, color: palette.soft, anchor: 'start' } as const;
  const foot = { text: labels.answer, x: frame.right, y: frame.heightPx - 2, anchor: 'end' } as const;
  const texts: Label[] = [
    { ...soft, text: labels.truth, x: 0 },
    { ...soft, text: labels.right, x: margin.left },
    { ...foot, color: palette.soft },
  ];
  drawLabels(svg, 'titles', texts, style);
}

/** Classes by what they are and by what a network says of them, with the share right beside. The element is the caller's. */
export function createConfusionPlot(element: SVGSVGElement, listen: PointListener): ConfusionPlot {
  const svg = select<SVGSVGElement, unknown>(element);
  return {
    draw(data) {
      const layout = confusionLayout(data);
      openFrame(svg, layout.size);
      drawCells(svg, data, layout, listen);
      drawNames(svg, data, layout);
      drawMargin(svg, data, layout);
      drawTitles(svg, data, layout);
    },
  };
}
