import { pictureSide } from './dataSet.ts';
import { digitSkeletons } from './digitSkeletons.ts';
import type { Point, Skeleton, Stroke } from './stroke.ts';

type Uniform = () => number;

/** About N(0, 1): a sum of four uniforms. */
const bell = (uniform: Uniform) => (uniform() + uniform() + uniform() + uniform() - 2) * Math.sqrt(3);

/** Points along the curve through a stroke's points (Catmull and Rom 1974). */
function along(stroke: Stroke): Point[] {
  const at = (i: number): Point => stroke[Math.max(0, Math.min(stroke.length - 1, i))] ?? [0, 0];
  const found: Point[] = [];
  for (let i = 0; i + 1 < stroke.length; i++) {
    const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const blend = (axis: 0 | 1, t: number) =>
      0.5 *
      (2 * b[axis] +
        (c[axis] - a[axis]) * t +
        (2 * a[axis] - 5 * b[axis] + 4 * c[axis] - d[axis]) * t * t +
        (3 * b[axis] - a[axis] - 3 * c[axis] + d[axis]) * t * t * t);
    for (const t of [0, 0.25, 0.5, 0.75]) found.push([blend(0, t), blend(1, t)]);
  }
  return [...found, at(stroke.length - 1)];
}

/** One hand's distortion of the unit box onto the picture: affine, then two slow waves each way. */
function distortion(uniform: Uniform): (point: Point) => Point {
  const turn = 0.16 * bell(uniform);
  const slant = 0.22 * bell(uniform);
  const [width, height] = [14.5 + 2.0 * bell(uniform), 19.5 + 1.3 * bell(uniform)];
  const shift: Point = [13.5 + 0.8 * bell(uniform), 13.5 + 0.8 * bell(uniform)];
  const wave = () => ({
    size: 0.05 * bell(uniform),
    x: 1 + 2.5 * uniform(),
    y: 1 + 2.5 * uniform(),
    phase: 6.3 * uniform(),
  });
  const waves = [
    [wave(), wave()],
    [wave(), wave()],
  ] as const;
  const sway = (axis: 0 | 1, [x, y]: Point) =>
    waves[axis].reduce(
      (sum, w) => sum + w.size * Math.sin(w.x * Math.PI * x + w.y * Math.PI * y + w.phase),
      0,
    );
  return (point) => {
    const x = point[0] - 0.5 + sway(0, point);
    const y = point[1] - 0.5 + sway(1, point);
    const [u, v] = [width * (x - slant * y), height * y];
    return [
      shift[0] + u * Math.cos(turn) - v * Math.sin(turn),
      shift[1] + u * Math.sin(turn) + v * Math.cos(turn),
    ];
  };
}

/** Raises the pixels near a segment to the ink of a pen of half-width `half`. */
function ink(picture: Float32Array, [ax, ay]: Point, [bx, by]: Point, half: number): void {
  const reach = half + 1;
  const low = (a: number, b: number) => Math.max(0, Math.floor(Math.min(a, b) - reach));
  const high = (a: number, b: number) => Math.min(pictureSide - 1, Math.ceil(Math.max(a, b) + reach));
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx ** 2 + dy ** 2;
  const [left, right, bottom] = [low(ax, bx), high(ax, bx), high(ay, by)];
  const farthest = (half + 0.5) ** 2;
  for (let y = low(ay, by); y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const share = length === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / length;
      const t = Math.max(0, Math.min(1, share));
      const squared = (x - ax - t * dx) ** 2 + (y - ay - t * dy) ** 2;
      if (squared >= farthest) continue;
      const value = Math.min(1, half + 0.5 - Math.sqrt(squared));
      const place = y * pictureSide + x;
      if (value > (picture[place] ?? 0)) picture[place] = value;
    }
  }
}

const jittered = (skeleton: Skeleton, uniform: Uniform): Skeleton =>
  skeleton.map((stroke) =>
    stroke.map(([x, y]): Point => [x + 0.022 * bell(uniform), y + 0.022 * bell(uniform)]),
  );

/** Draws one handwritten-like digit into `picture`, [28, 28] grey values 0..255. */
export function drawDigit(digit: number, uniform: Uniform, picture: Uint8Array): void {
  const forms = digitSkeletons[digit] ?? [];
  const form = forms[Math.floor(uniform() * forms.length)] ?? [];
  const place = distortion(uniform);
  const half = 0.75 + 0.85 * uniform();
  const drawn = new Float32Array(pictureSide ** 2);
  for (const stroke of jittered(form, uniform)) {
    const points = along(stroke).map(place);
    for (const [i, point] of points.entries()) ink(drawn, points[i - 1] ?? point, point, half);
  }
  picture.fill(0);
  for (let i = 0; i < drawn.length; i++) {
    const value = drawn[i] ?? 0;
    if (value > 0) {
      picture[i] = Math.max(0, Math.min(255, Math.round(255 * (value + 0.08 * bell(uniform) * value))));
    }
  }
}
