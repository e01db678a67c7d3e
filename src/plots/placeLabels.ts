import { type Label, lineEm, textPx } from './labels.ts';

/** A line as points, px, from left to right. */
export type Polyline = readonly (readonly [xPx: number, yPx: number])[];

export interface Room {
  readonly fontPx: number;
  /** Labels stand between these, px. */
  readonly top: number;
  readonly bottom: number;
  /** Labels that are there already. */
  readonly taken?: readonly Label[];
  /** Lines that labels had better not cover. */
  readonly lines?: readonly Polyline[];
  /** How far a label may be moved, in heights of the type; 3 by default. */
  readonly reach?: number;
}

/** From high above the base line to the depth of a `g`, in em. */
const ascentEm = 0.8;
const descentEm = 0.25;

interface Span {
  readonly low: number;
  readonly high: number;
}

/** Where a label is across the page, px. */
function computeAcross({ x, text, below = [], anchor }: Label, fontPx: number): Span {
  const width = Math.max(...[text, ...below].map((line) => textPx(line, fontPx)));
  return anchor === 'end' ? { low: x - width, high: x } : { low: x, high: x + width };
}

/** What a line takes up between two places across the page; null where it does not go there. */
function spanUnder(line: Polyline, { low, high }: Span): Span | null {
  let [top, bottom] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const take = (y: number) => {
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  };
  for (const [i, [x, y]] of line.entries()) {
    const [beforeX, beforeY] = line[i - 1] ?? [x, y];
    if (x < low || beforeX > high) continue;
    const at = (px: number) =>
      x === beforeX ? y : beforeY + ((px - beforeX) / (x - beforeX)) * (y - beforeY);
    take(at(Math.max(low, beforeX)));
    take(at(Math.min(high, x)));
  }
  return top <= bottom ? { low: top, high: bottom } : null;
}

/** A label would rather be moved by this many heights of the type than cover a line. */
const lineCost = 1.5;

/**
 * Labels moved up or down until none covers another; the first has the first choice. A label stays near its place, but
 * goes farther to lie on fewer lines. One that finds no place within its reach is left out.
 */
export function placeLabels(wanted: readonly Label[], room: Room): Label[] {
  const { fontPx, top, bottom, taken = [], lines = [], reach = 3 } = room;
  const ascent = ascentEm * fontPx;
  const descentOf = ({ below = [] }: Label) => (descentEm + lineEm * below.length) * fontPx;
  const placed: Label[] = [];
  for (const label of wanted) {
    if (label.text === '' || !Number.isFinite(label.x) || !Number.isFinite(label.y)) continue;
    const across = computeAcross(label, fontPx);
    const descent = descentOf(label);
    const covers = (y: number, { low, high }: Span) => y + descent > low + 1e-6 && y - ascent < high - 1e-6;
    const labels = [...taken, ...placed]
      .filter((other) => {
        const { low, high } = computeAcross(other, fontPx);
        return low < across.high && across.low < high;
      })
      .map((other): Span => ({ low: other.y - ascent, high: other.y + descentOf(other) }));
    const spans = lines.flatMap((line) => spanUnder(line, across) ?? []);
    const cost = (y: number) =>
      Math.abs(y - label.y) / fontPx + lineCost * spans.filter((span) => covers(y, span)).length;
    const places = [
      label.y,
      top + ascent,
      bottom - descent,
      ...[...labels, ...spans].flatMap(({ low, high }) => [low - descent, high + ascent]),
    ].filter(
      (y) =>
        y - ascent >= top - 1e-6 &&
        y + descent <= bottom + 1e-6 &&
        Math.abs(y - label.y) <= reach * fontPx &&
        !labels.some((span) => covers(y, span)),
    );
    const [y] = places.toSorted((a, b) => cost(a) - cost(b));
    if (y !== undefined) placed.push({ ...label, y });
  }
  return placed;
}
