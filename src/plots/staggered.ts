/** A name beside an axis of names. */
export interface StaggeredName {
  readonly place: number;
  readonly text: string;
  /** 0 beside the axis, 1 behind the names of level 0. */
  readonly level: number;
}

/** The most signs of a name that are shown. */
export const mostSigns = 10;

const shortened = (name: string) => (name.length > mostSigns ? `${name.slice(0, mostSigns - 1)}…` : name);

/** Names side by side that need `needPx` each where each has `roomPx`: by turns on two levels, and as few left out as then touch. */
export function staggered(names: readonly string[], needPx: number, roomPx: number): StaggeredName[] {
  const needed = Math.max(1, Math.ceil(needPx / Math.max(roomPx, 1e-6)));
  const levels = Math.min(2, needed);
  const every = Math.ceil(needed / levels);
  return names.flatMap((name, place) =>
    place % every === 0 ? [{ place, text: shortened(name), level: (place / every) % levels }] : [],
  );
}
