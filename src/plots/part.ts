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

/** What `drawAnew` keeps at a group. */
const standing = 'standing';

/** Draws a group unless it stands as the key says: all that its drawing depends on. */
export function drawAnew(group: Group, key: readonly unknown[], draw: () => void): void {
  const asked = JSON.stringify(key);
  if (group.property(standing) === asked) return;
  draw();
  group.property(standing, asked);
}
