import type { Selection } from 'd3';

/** A group of a figure. */
export type Group = Selection<SVGGElement, unknown, null, undefined>;

/** A figure's element. */
export type Svg = Selection<SVGSVGElement, unknown, null, undefined>;

/** The group of a name, made at first use. */
export function part(parent: Group | Svg, name: string): Group {
  const found = parent.select<SVGGElement>(`:scope > g.${name}`);
  return found.empty() ? parent.append('g').attr('class', name) : found;
}

/** How the groups stand that `drawAnew` has drawn. */
const standing = new WeakMap<SVGGElement, string>();

/** Draws a group unless it stands as the key says: all that its drawing depends on. */
export function drawAnew(group: Group, key: readonly unknown[], draw: () => void): void {
  const node = group.node();
  const asked = JSON.stringify(key);
  if (!node || standing.get(node) === asked) return;
  draw();
  standing.set(node, asked);
}
