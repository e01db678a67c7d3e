import { select } from 'd3';
import { expect, test } from 'vitest';
import { drawLeftAxis } from '#plots/axes.ts';
import { createContrastPlot } from '#plots/contrastPlot.ts';
import { createEndPlot } from '#plots/endPlot.ts';
import type { FigureStyle } from '#plots/figureStyle.ts';
import { openFrame } from '#plots/frame.ts';
import { logScale, logTicks } from '#plots/logAxis.ts';
import { drawOwnLines } from '#plots/ownLines.ts';
import { palettes } from '#plots/palette.ts';
import { createVariancePlot } from '#plots/variancePlot.ts';
import { createWalkPlot } from '#plots/walkPlot.ts';
import type { WalkPlotData } from '#plots/walkPlotData.ts';
import { type BeneathData, createWalksBeneath } from '#plots/walksBeneath.ts';

const style: FigureStyle = { palette: palettes.light, fontPx: 12, strokeScale: 1, reducedMotion: true };
const size = { widthPx: 400, heightPx: 240, left: 40, right: 40, top: 20, bottom: 30 };

function svgElement(): SVGSVGElement {
  return document.body.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg'));
}

const textsOf = (svg: SVGSVGElement) => Array.from(svg.querySelectorAll('text'), (text) => text.textContent);

/** Two walks of four layers: one ends above, one dies at its third layer. */
const dead = Number.NEGATIVE_INFINITY;
const walkData: WalkPlotData = {
  size,
  style,
  depth: 4,
  axisDepth: 4,
  domain: [-4, 4],
  theory: { mean: [0, 0, 0, 0, 0], variance: [0, 0.5, 1, 1.5, 2] },
  measured: { mean: [0, 0.1, 0.2, 0.1, 0.2], stderrMean: [0, 0.1, 0.1, 0.1, 0.1] },
  paths: {
    values: Float32Array.from([0, 1, 2, 3, 3, 0, -1, -2, dead, dead]),
    count: 2,
    expected: 2,
    depth: 4,
  },
  drawBeside: null,
  runKey: 'a',
  labels: {
    yTitle: 'ln Z',
    xTitle: 'layers',
    factorTitle: '× norm',
    theoryMean: 'mean, exact',
    measuredMean: 'mean, measured',
    deviations: (count) => `+${count} sd`,
  },
};

test('a logarithmic axis names its ticks by their values, below 1 too', () => {
  const svg = select<SVGSVGElement, unknown>(svgElement());
  const frame = openFrame(svg, size);
  const domain = [0.4, 6] as const;
  const scale = logScale(domain, [frame.bottom, frame.top]);
  drawLeftAxis(svg, frame, scale, style, { values: logTicks(domain, 5) });
  expect(
    svg
      .selectAll('.tick')
      .nodes()
      .map((tick) => (tick as SVGGElement).textContent),
  ).toEqual(['0.5', '1', '2', '5']);
});

test('the walk plot draws its walks on the canvas, a mark where one dies, and every label', () => {
  const canvas = document.body.appendChild(document.createElement('canvas'));
  const svg = svgElement();
  const plot = createWalkPlot(canvas, svg);
  // A busy machine draws a walk a frame.
  while (plot.draw(walkData));
  const texts = textsOf(svg);
  for (const label of ['ln Z', 'layers', '× norm', 'mean, exact', 'mean, measured', '+2 sd']) {
    expect(texts).toContain(label);
  }
  const context = canvas.getContext('2d');
  const ratio = canvas.width / size.widthPx;
  const inked = (x: number, y: number, around: number) => {
    const at = (value: number) => Math.round(value * ratio);
    const pixels = context?.getImageData(at(x - around), at(y - around), at(2 * around), at(2 * around)).data;
    return Array.from(pixels ?? []).filter((value, i) => i % 4 === 3 && value > 0).length;
  };
  // x: 40 + 80 k; y: 115 - 23.75 lnZ, to a tenth. The living walk at layer 4, the cross of the dead one at layer 2.
  expect(inked(358, 115 - 3 * 23.75, 2)).toBeGreaterThan(0);
  expect(inked(200, 115 + 2 * 23.75, 4)).toBeGreaterThan(12);
  // Nothing of the dead walk beyond its death.
  expect(inked(300, 115 + 2 * 23.75, 20)).toBe(0);
});

test('the variance plot has a dot with an error bar for measured layers and the exact line’s label', () => {
  const svg = svgElement();
  createVariancePlot(svg).draw({
    size,
    style,
    depth: 4,
    axisDepth: 4,
    drawBeside: null,
    domain: [0, 3],
    theory: [0, 0.5, 1, 1.5, 2],
    measured: { variance: [0, 0.6, 1.1, 1.4, 2.1], stderrVariance: [0, 0.1, 0.1, 0.2, 0.2] },
    labels: { yTitle: 'Var ln Z', xTitle: 'layers', theory: 'exact 0.5', slope: 'measured 0.52' },
  });
  expect(svg.querySelectorAll('circle')).toHaveLength(4);
  expect(textsOf(svg)).toEqual(expect.arrayContaining(['Var ln Z', 'layers', 'exact 0.5', 'measured 0.52']));
});

test('on logarithmic axes k and k^2 are two straight lines, the second twice as steep', () => {
  const svg = svgElement();
  createContrastPlot(svg).draw({
    size,
    style,
    depth: 100,
    domain: [0.01, 100],
    fresh: Float64Array.from({ length: 101 }, (_, k) => 0.02 * k),
    square: 0.01,
    measured: null,
    beneath: {
      variance: Float64Array.from({ length: 101 }, (_, k) => 0.02 * k),
      stderrVariance: new Float64Array(101),
    },
    labels: {
      yTitle: 'Var ln Z',
      xTitle: 'layers',
      fresh: 'new',
      square: 'one',
      measured: '',
      beneath: 'new, measured',
    },
  });
  const steepness = Array.from(svg.querySelectorAll('g.theory path'), (path) => {
    const points = Array.from(
      (path.getAttribute('d') ?? '').matchAll(/(-?[\d.]+),(-?[\d.]+)/g),
      ([, x, y]) => [Number(x), Number(y)] as const,
    );
    const [first, last] = [points[0] ?? [0, 0], points.at(-1) ?? [1, 0]];
    for (const [x, y] of points) {
      const share = (x - first[0]) / (last[0] - first[0]);
      expect(Math.abs(y - first[1] - share * (last[1] - first[1]))).toBeLessThan(0.1);
    }
    return (last[1] - first[1]) / (last[0] - first[0]);
  });
  expect(steepness).toHaveLength(2);
  expect((steepness[1] ?? 0) / (steepness[0] ?? 1)).toBeCloseTo(2, 1);
  expect(textsOf(svg)).toEqual(expect.arrayContaining(['new', 'one', 'new, measured']));
  expect(svg.querySelectorAll('g.beneath circle').length).toBeGreaterThan(10);
});

test('walks beneath a figure are drawn in one quiet colour with their mean and two deviations, and taken away again', () => {
  const svg = svgElement();
  const canvas = document.body.appendChild(document.createElement('canvas'));
  const plot = createWalkPlot(document.body.appendChild(document.createElement('canvas')), svg);
  const beneath = createWalksBeneath(canvas);
  const drawOver = (data: BeneathData | null) =>
    plot.draw({
      ...walkData,
      drawBeside: (into, frame, axes) => beneath.draw(into, data, { ...axes, frame, style }),
    });
  const inked = () => {
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    return Array.from(pixels).filter((value, i) => i % 4 === 3 && value > 0).length;
  };
  const paths = { values: Float32Array.of(0, 1, 2, 3, 4), count: 1, expected: 1, depth: 4 };
  drawOver({
    paths,
    moments: { mean: [0, 0, 0, 0, 0], variance: [0, 0, 0, 0, 1] },
    label: 'the others',
    runKey: 'a',
  });
  // x: 40 + 80 k; y: 115 - 23.75 lnZ, to a tenth.
  const curves = Array.from(svg.querySelectorAll('g.beneath path'), (path) => path.getAttribute('d'));
  expect(curves.map((d) => d?.split('L').at(-1))).toEqual(['360,115', '360,162.5', '360,67.5']);
  expect(textsOf(svg)).toContain('the others');
  expect(inked()).toBeGreaterThan(200);
  expect(beneath.drawn()?.paths).toBe(paths);
  drawOver(null);
  expect(svg.querySelectorAll('g.beneath path')).toHaveLength(0);
  expect(textsOf(svg)).not.toContain('the others');
  expect([inked(), beneath.drawn()]).toEqual([0, null]);
});

test('the walk plot lets the lines that walks become be drawn in its own axes, and they are named once', () => {
  const svg = svgElement();
  const plot = createWalkPlot(document.body.appendChild(document.createElement('canvas')), svg);
  const lines = {
    ends: [
      [0, 2],
      [0, -1],
    ],
    depth: 4,
    label: 'own lines',
    style,
  } as const;
  plot.draw({ ...walkData, drawBeside: (...into) => drawOwnLines(into[0], lines, into[1], into[2]) });
  const paths = Array.from(svg.querySelectorAll('g.lines path'), (path) => path.getAttribute('d'));
  // x: 40 + 80 k; y: 115 - 23.75 lnZ, to a tenth.
  expect(paths).toEqual(['M40,115L360,67.5', 'M40,115L360,138.8']);
  expect(textsOf(svg).filter((text) => text === 'own lines')).toHaveLength(1);
});

test('the end plot’s bars and density share one axis: a flat density and its histogram have equal lengths', () => {
  const svg = svgElement();
  const final = Float32Array.from({ length: 4000 }, (_, i) => -4 + (8 * (i + 0.5)) / 4000);
  const lnZ = Array.from({ length: 81 }, (_, i) => -4 + i / 10);
  createEndPlot(svg).draw({
    size,
    style,
    domain: [-4, 4],
    final,
    expected: 4000,
    deviation: 2.3,
    density: { lnZ, density: lnZ.map(() => 1 / 8) },
    within: 2,
    drawBeside: null,
    labels: { title: 'the end', density: 'exact density', within: ['half', 'within'], dead: '' },
  });
  const bars = Array.from(svg.querySelectorAll('rect'), (bar) => Number(bar.getAttribute('width')));
  expect(bars.length).toBeGreaterThan(5);
  const path = svg.querySelector('g.density path')?.getAttribute('d') ?? '';
  const curve = Number(/M([\d.]+)/.exec(path)?.[1]) - size.left;
  for (const bar of bars) expect(Math.abs(bar - curve)).toBeLessThan(0.02 * curve);
});
