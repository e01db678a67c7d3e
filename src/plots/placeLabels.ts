import { type Label, lineEm, textPx } from './labels.ts';

/** A line as points, px, from left to right. */
export type Polyline = readonly (readonly [xPx: number, yPx: number])[];

/** What lies between two places across the page and two places down it, px. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Room {
  readonly fontPx: number;
  /** Labels stand between these, px. */
  readonly top: number;
  readonly bottom: number;
  /** Labels that are there already. */
  readonly taken?: readonly Label[];
  /** Lines that labels had better not cover. */
  readonly lines?: readonly Polyline[];
  /** Marks that labels should cover even less. */
  readonly boxes?: readonly Box[];
  /** How far a label may be moved, in heights of the type; 3 by default. */
  readonly reach?: number;
}

/** From high above the base line to the depth of a `g`, in em. */
const ascentEm = 0.8;
const descentEm = 0.25;
/** Between two labels on a line, in em. */
const gapEm = 0.4;

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

/** A label would rather be moved by this many heights of the type than cover a line, */
const lineCost = 1.5;

/** or than cover a mark, */
const boxCost = 4;

/** or than stand at its next choice of place. */
const choiceCost = 0.6;

/** Where a label would stand, and how little it likes it. */
interface Found {
  readonly label: Label;
  readonly cost: number;
}

/** The best height for a label among others that stand already; null where there is none within its reach. */
function findPlace(label: Label, placed: readonly Label[], room: Room): Found | null {
  const { fontPx, top, bottom, lines = [], boxes = [], reach = 3 } = room;
  if (label.text === '' || !Number.isFinite(label.x) || !Number.isFinite(label.y)) return null;
  const ascent = ascentEm * fontPx;
  const descentOf = ({ below = [] }: Label) => (descentEm + lineEm * below.length) * fontPx;
  const across = computeAcross(label, fontPx);
  const descent = descentOf(label);
  const isUnder = ({ low, high }: Span) => low < across.high && across.low < high;
  const covers = (y: number, { low, high }: Span) => y + descent > low + 1e-6 && y - ascent < high - 1e-6;
  const labels = placed
    .map((other) => ({ ...other, across: computeAcross(other, fontPx) }))
    .filter(({ across: { low, high } }) =>
      isUnder({ low: low - gapEm * fontPx, high: high + gapEm * fontPx }),
    )
    .map((other): Span => ({ low: other.y - ascent, high: other.y + descentOf(other) }));
  const spans = lines.flatMap((line) => spanUnder(line, across) ?? []);
  const marks = boxes
    .filter((box) => isUnder({ low: box.left, high: box.right }))
    .map((box): Span => ({ low: box.top, high: box.bottom }));
  const countUnder = (y: number, all: readonly Span[]) => all.filter((span) => covers(y, span)).length;
  const cost = (y: number) =>
    Math.abs(y - label.y) / fontPx + lineCost * countUnder(y, spans) + boxCost * countUnder(y, marks);
  const places = [
    label.y,
    top + ascent,
    bottom - descent,
    ...[...labels, ...spans, ...marks].flatMap(({ low, high }) => [low - descent, high + ascent]),
  ].filter(
    (y) =>
      y - ascent >= top - 1e-6 &&
      y + descent <= bottom + 1e-6 &&
      Math.abs(y - label.y) <= reach * fontPx &&
      countUnder(y, labels) === 0,
  );
  const [best] = places.map((y): Found => ({ label: { ...label, y }, cost: cost(y) })).toSorted(byCost);
  return best ?? null;
}

const byCost = (a: Found, b: Found) => a.cost - b.cost;

/**
 * Labels moved up or down until none covers another; the first has the first choice. A label stays near its place, but
 * goes farther to lie on fewer lines and marks. Several places for one label, the one that it likes best first, are tried
 * all. One that finds no place within its reach is left out.
 */
export function placeLabels(wanted: readonly (Label | readonly Label[])[], room: Room): Label[] {
  const placed: Label[] = [];
  for (const one of wanted) {
    const choices = 'text' in one ? [one] : one;
    const [best] = choices
      .flatMap((label, i) => {
        const found = findPlace(label, [...(room.taken ?? []), ...placed], room);
        return found ? [{ ...found, cost: found.cost + choiceCost * i }] : [];
      })
      .toSorted(byCost);
    if (best) placed.push(best.label);
  }
  return placed;
}
