import { line, randomLcg, randomNormal, select } from 'd3';
import { palettes } from '#plots/palette.ts';
import { linearScale } from '#plots/scales.ts';
import { createWalkCanvas, type WalkCanvasFrame } from '#plots/walkCanvas.ts';
import type { WalkPaths } from '#plots/walkPaths.ts';
import { median } from './middle.ts';

/** One way of drawing, timed: `redraw` all walks at another scale, `append` the last sixteen. */
export interface DrawBenchRow {
  readonly way: string;
  readonly what: 'redraw' | 'append';
  /** JavaScript, ms, and the longest time of it without a frame. */
  readonly scriptMs: number;
  readonly longestMs: number;
  /** From the call to the frame after the one that shows it, ms. */
  readonly shownMs: number;
}

const depth = 1000;
const walks = 1000;
const appended = 16;
const [widthPx, heightPx] = [1100, 420];
const style = { palette: palettes.light, fontPx: 14, strokeScale: 1, reducedMotion: false };

/** Walks of unit drift and variance over all layers, [walks, depth + 1]. */
function madeWalks(): Float32Array {
  const step = randomNormal.source(randomLcg(1))(1 / depth, 1 / Math.sqrt(depth));
  const values = new Float32Array(walks * (depth + 1));
  for (let i = 0; i < values.length; i++) {
    values[i] = i % (depth + 1) === 0 ? 0 : (values[i - 1] ?? 0) + step();
  }
  return values;
}

const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));

/** Something that draws the first `count` walks on an axis up to `highest`: true while walks are left for the next frame. */
interface Drawer {
  draw(count: number, highest: number): boolean;
  remove(): void;
}

const scalesTo = (highest: number) => ({
  x: linearScale([0, depth], [0, widthPx]),
  y: linearScale([-highest, highest], [heightPx, 0]),
});

function ownDrawer(values: Float32Array): Drawer {
  const element = document.body.appendChild(document.createElement('canvas'));
  element.style.cssText = `position: fixed; inset: 0 auto auto 0; width: ${widthPx}px; height: ${heightPx}px`;
  const canvas = createWalkCanvas(element);
  canvas.resize(widthPx, heightPx);
  return {
    draw(count, highest) {
      const paths: WalkPaths = { values, count, expected: walks, depth };
      const frame: WalkCanvasFrame = { ...scalesTo(highest), style, paths, key: String(highest) };
      return canvas.draw(frame);
    },
    remove: () => element.remove(),
  };
}

/** A path of an SVG for each walk, through all of its layers, as D3's own examples have it. */
function svgDrawer(values: Float32Array): Drawer {
  const svg = select(document.body)
    .append('svg')
    .attr('style', 'position: fixed; inset: 0 auto auto 0')
    .attr('width', widthPx)
    .attr('height', heightPx);
  const rows = Array.from({ length: walks }, (_, i) =>
    values.subarray(i * (depth + 1), (i + 1) * (depth + 1)),
  );
  let drawnTo = 0;
  return {
    draw(count, highest) {
      const { x, y } = scalesTo(highest);
      const path = line<number>((_, k) => x(k), y);
      const paths = svg
        .selectAll<SVGPathElement, Float32Array>('path')
        .data(rows.slice(0, count))
        .join((enter) =>
          enter
            .append('path')
            .attr('fill', 'none')
            .attr('stroke', palettes.light.kept)
            .attr('stroke-opacity', 0.25)
            .attr('stroke-width', 0.8)
            .attr('d', path),
        );
      // What stands is left where only walks are added, as ours is.
      if (highest !== drawnTo) paths.attr('d', path);
      drawnTo = highest;
      return false;
    },
    remove: () => svg.remove(),
  };
}

async function timed(drawer: Drawer, count: number, highest: number) {
  await nextFrame();
  await nextFrame();
  const start = performance.now();
  const spent: number[] = [];
  for (let isLeft = true; isLeft; ) {
    const from = performance.now();
    isLeft = drawer.draw(count, highest);
    spent.push(performance.now() - from);
    await nextFrame();
  }
  await nextFrame();
  return {
    scriptMs: spent.reduce((sum, ms) => sum + ms, 0),
    longestMs: Math.max(...spent),
    shownMs: performance.now() - start,
  };
}

/** Draws 1,000 walks of 1,000 layers as the page does and as paths of an SVG by D3, round by round. */
export async function drawBench(rounds: number): Promise<{ readonly rows: readonly DrawBenchRow[] }> {
  const values = madeWalks();
  const drawers = {
    'canvas, as the page draws': ownDrawer(values),
    'D3, a path of an SVG a walk': svgDrawer(values),
  };
  const found: DrawBenchRow[] = [];
  // The first round warms everything up and is not counted.
  for (let round = 0; round <= rounds; round++) {
    if (round === 1) found.length = 0;
    const highest = 4 + 0.1 * round;
    for (const [way, drawer] of Object.entries(drawers)) {
      found.push({ way, what: 'redraw', ...(await timed(drawer, walks - appended, highest)) });
      found.push({ way, what: 'append', ...(await timed(drawer, walks, highest)) });
    }
  }
  for (const drawer of Object.values(drawers)) drawer.remove();
  const rows = (['redraw', 'append'] as const).flatMap((what) =>
    Object.keys(drawers).map((way) => {
      const group = found.filter((row) => row.way === way && row.what === what);
      const of = (name: 'scriptMs' | 'longestMs' | 'shownMs') => median(group.map((row) => row[name]));
      return { way, what, scriptMs: of('scriptMs'), longestMs: of('longestMs'), shownMs: of('shownMs') };
    }),
  );
  return { rows };
}
