import { expect, test } from 'vitest';
import type { FigureStyle } from '#plots/figureStyle.ts';
import { cellEdges } from '#plots/mapCells.ts';
import { createMapPlot } from '#plots/mapPlot.ts';
import { palettes } from '#plots/palette.ts';
import type { FigurePoint } from '#plots/pointFocus.ts';
import { createSweepPlot } from '#plots/sweepPlot.ts';
import type { SweepPlotData } from '#plots/sweepPlotData.ts';

const style: FigureStyle = { palette: palettes.light, fontPx: 12, strokeScale: 1, reducedMotion: true };
const size = { widthPx: 400, heightPx: 240, left: 40, right: 40, top: 40, bottom: 30 };

function svgElement(): SVGSVGElement {
  return document.body.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg'));
}

const textsOf = (svg: SVGSVGElement) => Array.from(svg.querySelectorAll('text'), (text) => text.textContent);

const dot = (x: number, y: number) =>
  ({
    key: `at ${x}`,
    x,
    y,
    error: 0.5,
    tone: 'measured',
    isUnfinished: false,
    readout: `x = ${x}`,
    href: `#gain=${x}`,
  }) as const;

const sweepData: SweepPlotData = {
  size,
  style,
  title: 'drift',
  x: { kind: 'log', domain: [1, 100], title: 'gain' },
  y: { kind: 'linear', domain: [-2, 2], title: 'ln Z' },
  level: 0,
  curves: [
    {
      points: [
        [1, -2],
        [100, 2],
      ],
      tone: 'ink',
      dash: '',
      label: 'exact',
      labelAt: 1,
    },
  ],
  marks: [{ x: 10, label: 'g*', tone: 'ink' }],
  dots: [dot(1, -1), dot(10, 0), dot(100, 1)],
};

test('a measured point is a link at its place with a bar of one standard error, named for whoever cannot see it', () => {
  const svg = svgElement();
  createSweepPlot(svg, () => undefined).draw(sweepData);
  const links = Array.from(svg.querySelectorAll('a'));
  expect(links.map((link) => link.getAttribute('href'))).toEqual(['#gain=1', '#gain=10', '#gain=100']);
  expect(links[1]?.getAttribute('aria-label')).toBe('x = 10');
  const circle = links[1]?.querySelector('circle.dot');
  expect(Number(circle?.getAttribute('cx'))).toBeCloseTo(200, 6);
  expect(Number(circle?.getAttribute('cy'))).toBeCloseTo(125, 6);
  const bar = links[1]?.querySelector('line');
  // 170 px for 4 units: one standard error of 0.5 both ways is 42.5 px.
  expect(Number(bar?.getAttribute('y1')) - Number(bar?.getAttribute('y2'))).toBeCloseTo(42.5, 6);
  for (const word of ['drift', 'gain', 'ln Z', 'exact', 'g*']) expect(textsOf(svg)).toContain(word);
});

test('the points are one tab stop; arrow keys go on, focus and pointer are told, and a redraw keeps the focus', () => {
  const svg = svgElement();
  const heard: (string | null)[] = [];
  const plot = createSweepPlot(svg, (point: FigurePoint | null) => heard.push(point?.key ?? null));
  plot.draw(sweepData);
  const links = Array.from(svg.querySelectorAll('a'));
  const stops = () => links.map((link) => link.getAttribute('tabindex'));
  expect(stops()).toEqual(['0', '-1', '-1']);
  links[0]?.focus();
  links[0]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
  expect(document.activeElement).toBe(links[1]);
  expect(heard.at(-1)).toBe('at 10');
  plot.draw({ ...sweepData, dots: [...sweepData.dots, dot(50, 0.5)] });
  expect(document.activeElement).toBe(links[1]);
  expect(stops()).toEqual(['-1', '0', '-1']);
});

test('a finger reads a point with its first touch and opens it with its second', () => {
  const svg = svgElement();
  const heard: (string | null)[] = [];
  createSweepPlot(svg, (point: FigurePoint | null) => heard.push(point?.key ?? null)).draw(sweepData);
  const link = svg.querySelector('a');
  const touch = () =>
    link?.dispatchEvent(new PointerEvent('click', { pointerType: 'touch', cancelable: true, bubbles: true }));
  // Dispatching says false when the link was not followed.
  expect(touch()).toBe(false);
  expect(heard.at(-1)).toBe('at 1');
  expect(touch()).toBe(true);
});

test('a map has fields of theory, plates where something is measured, and contours with their names', () => {
  const svg = svgElement();
  const cell = (x: number, y: number, plate: number | null) => ({
    key: `${x} ${y}`,
    x,
    y,
    field: 0.5,
    plate,
    text: plate === null ? '' : '1.5',
    readout: `${x} by ${y}`,
    href: '#',
  });
  createMapPlot(svg, () => undefined).draw({
    size,
    style,
    xs: [10, 100],
    ys: [8, 16, 32],
    cells: [cell(10, 8, 0.5), cell(100, 8, null), cell(10, 32, 0.6)],
    lines: [
      {
        points: [
          [10, 8],
          [40, 32],
        ],
        label: 'D/N = 1',
        dash: '',
      },
    ],
    labels: { title: 'Var', xTitle: 'depth', yTitle: 'width', light: 'low', dark: 'high' },
  });
  const fields = Array.from(svg.querySelectorAll('g.fields rect'));
  const plates = Array.from(svg.querySelectorAll('rect.plate'));
  expect(fields).toHaveLength(3);
  expect(plates.map((plate) => plate.getAttribute('visibility'))).toEqual(['visible', 'hidden', 'visible']);
  // A plate that agrees with theory has its field's colour, and nothing but a frame is seen of it.
  expect(plates[0]?.getAttribute('fill')).toBe(fields[0]?.getAttribute('fill'));
  expect(plates[2]?.getAttribute('fill')).not.toBe(fields[2]?.getAttribute('fill'));
  expect(textsOf(svg)).toEqual(expect.arrayContaining(['Var', 'D/N = 1', 'low', 'high', '1.5']));
});

test('cells meet half-way in the logarithm', () => {
  const edges = cellEdges([10, 100, 1000]);
  expect(edges.map((edge) => Math.log10(edge))).toEqual(
    [0.5, 1.5, 2.5, 3.5].map((edge) => expect.closeTo(edge, 9)),
  );
});
