/** A point of a stroke, in a box that is 1 wide and 1 high, y downwards. */
export type Point = readonly [x: number, y: number];
/** A stroke: a smooth curve through its points (Catmull and Rom). */
export type Stroke = readonly Point[];
/** One way to write a digit. */
export type Skeleton = readonly Stroke[];

/** An oval, drawn against the clock from an angle in degrees. */
export const ring = (
  cx: number,
  cy: number,
  rx: number,
  ry: number,
  from = -90,
  sweep = 380,
  points = 8,
): Stroke =>
  Array.from({ length: points }, (_, i) => {
    const angle = ((from - (sweep * i) / (points - 1)) * Math.PI) / 180;
    return [cx + rx * Math.cos(angle), cy + ry * Math.sin(angle)] as const;
  });

/** Straight lines with sharp corners: every point counts twice. */
export const corner = (...points: Point[]): Stroke => points.flatMap((point) => [point, point]);
