import type { Group } from './part.ts';

/** A point of a figure that can be pointed at, reached by keys, and opened. */
export interface FigurePoint {
  readonly key: string;
  /** What it says when it is pointed at or reached. */
  readonly readout: string;
  /** Where it leads; empty for nowhere. */
  readonly href: string;
}

/** Told of the point that is pointed at or has the focus; null when none is. */
export type PointListener = (point: FigurePoint | null) => void;

const moves: Readonly<Record<string, 1 | -1>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
};

/** Moves the one tab stop of a group to another of its points. */
function moveStop(anchors: readonly SVGAElement[], to: SVGAElement): void {
  for (const anchor of anchors) anchor.setAttribute('tabindex', anchor === to ? '0' : '-1');
  to.focus();
}

/** Attribute of a group: the point that a finger has read last, which a second touch opens. */
const touchedAttribute = 'data-touched';

/**
 * The points of a group as links, in the order of the data: one tab stop, from which arrow keys go on. Returns the links,
 * into which the caller draws. Elements outlive a redraw as long as their keys do, and so does the focus.
 */
export function joinPoints<P extends FigurePoint>(group: Group, points: readonly P[], listen: PointListener) {
  const anchors = group
    .selectAll<SVGAElement, P>('a')
    .data(points, ({ key }) => key)
    .join((enter) => enter.append<SVGAElement>('svg:a'))
    .attr('href', ({ href }) => (href === '' ? null : href))
    .attr('role', ({ href }) => (href === '' ? 'img' : null))
    .attr('aria-label', ({ readout }) => readout)
    .on('pointerenter', (_, point) => listen(point))
    .on('focus', (_, point) => listen(point))
    .on('pointerleave', (event: PointerEvent) => {
      if (event.pointerType !== 'touch') listen(null);
    })
    .on('click', (event: PointerEvent, point) => {
      const node = group.node();
      if (event.pointerType !== 'touch' || node?.getAttribute(touchedAttribute) === point.key) return;
      event.preventDefault();
      node?.setAttribute(touchedAttribute, point.key);
      listen(point);
    })
    .on('blur', () => listen(null))
    .on('keydown', function onKey(this: SVGAElement, event: KeyboardEvent) {
      const step = moves[event.key];
      if (step === undefined) return;
      event.preventDefault();
      const all = anchors.nodes();
      const next = all[Math.max(0, Math.min(all.length - 1, all.indexOf(this) + step))];
      if (next) moveStop(all, next);
    });
  const all = anchors.nodes();
  const stop = all.find((anchor) => anchor.getAttribute('tabindex') === '0') ?? all[0];
  for (const anchor of all) anchor.setAttribute('tabindex', anchor === stop ? '0' : '-1');
  return anchors;
}
