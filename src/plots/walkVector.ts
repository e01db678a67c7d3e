import { create, pathRound } from 'd3';
import type { WalkCanvasFrame } from './walkCanvas.ts';
import { deathArm, deathOpacity, type WalkMarker, walkMarker, walkOpacity, walkWidth } from './walkPaths.ts';

/** Tenths of a px are enough for the eye, and a fifth of the file. */
const digits = 1;

/** The walks of a canvas as an SVG group: the same marks, a path a walk, in the figure's own px. `index` tells the figure's canvases apart. */
export function walkVector({ x, y, style, paths }: WalkCanvasFrame, index = 0): SVGGElement {
  const clipId = `walks-clip-${index}`;
  const [left = 0, right = 0] = x.range();
  const [bottom = 0, top = 0] = y.range();
  const root = create<SVGGElement>('svg:g').attr('class', 'walks');
  root
    .append('clipPath')
    .attr('id', clipId)
    .append('rect')
    .attr('x', left)
    .attr('y', top)
    .attr('width', right - left)
    .attr('height', bottom - top);
  const inside = root.append('g').attr('clip-path', `url(#${clipId})`);
  const markAt = paths && walkMarker(paths, { x, y, style, acrossPx: right - left });
  const drawnAt = (draw: WalkMarker, i: number) => {
    const pen = pathRound(digits);
    return { ...draw(i, pen), path: pen.toString() };
  };
  const marks = markAt ? Array.from({ length: paths.count }, (_, i) => drawnAt(markAt, i)) : [];
  const arm = deathArm(style);
  inside
    .append('g')
    .attr('fill', 'none')
    .attr('stroke-width', walkWidth(style))
    .attr('stroke-linejoin', 'round')
    .attr('stroke-opacity', walkOpacity(paths?.expected ?? 1))
    .selectAll('path')
    .data(marks)
    .join('path')
    .attr('class', 'walk')
    .attr('stroke', ({ color }) => color)
    .attr('d', ({ path }) => path);
  inside
    .append('g')
    .attr('fill', 'none')
    .attr('stroke', style.palette.ink)
    .attr('stroke-opacity', deathOpacity)
    .attr('stroke-width', walkWidth(style))
    .selectAll('path')
    .data(marks.flatMap(({ death }) => (death ? [death] : [])))
    .join('path')
    .attr('class', 'death')
    .attr('d', ([px, py]) => {
      const [near, far] = [
        (at: number) => (at - arm).toFixed(digits),
        (at: number) => (at + arm).toFixed(digits),
      ];
      return `M${near(px)},${near(py)}L${far(px)},${far(py)}M${near(px)},${far(py)}L${far(px)},${near(py)}`;
    });
  return root.node() ?? document.createElementNS('http://www.w3.org/2000/svg', 'g');
}
