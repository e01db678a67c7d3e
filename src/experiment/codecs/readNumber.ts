import type { NumberContext, TypedNumber } from '#experiment/lenience/lenience.ts';
import { plainSigns } from './plainSigns.ts';
import { readDecimal } from './readDecimal.ts';

const rootSign = '√';
/** What people write for it where they have no such key, in any language. */
const rootWords = /sqrt|wurzel|racine/gi;

/** A number whose doubt, if there is one, is carried through a computation. */
function computed(
  parts: readonly TypedNumber[],
  compute: (...values: readonly number[]) => number,
): TypedNumber {
  if (parts.some(({ kind }) => kind === 'none')) return { kind: 'none' };
  const valuesOf = (i: 0 | 1) =>
    parts.flatMap((part) =>
      part.kind === 'number' ? [part.value] : part.kind === 'ambiguous' ? [part.values[i]] : [],
    );
  const [first, second] = [compute(...valuesOf(0)), compute(...valuesOf(1))];
  if (!Number.isFinite(first) || !Number.isFinite(second)) return { kind: 'none' };
  return first === second
    ? { kind: 'number', value: first, isRewritten: true }
    : { kind: 'ambiguous', values: [first, second] };
}

/** A number, a root, or a number of roots: `2`, `√2`, `√(1/3)`, `2√2`. */
function readFactor(text: string, context: NumberContext): TypedNumber {
  const at = text.indexOf(rootSign);
  if (at < 0) return readDecimal(text.trim(), context);
  const times = text
    .slice(0, at)
    .trim()
    .replace(/ ?[*·×]$/, '');
  const under = text.slice(at + 1).trim();
  const inBrackets = /^\(([^()√]*)\)$/.exec(under)?.[1];
  const root = inBrackets === undefined ? readDecimal(under, context) : readQuotient(inBrackets, context);
  const factor = readDecimal(times === '' || times === '-' ? `${times}1` : times, context);
  return computed([factor, root], (count = 1, value = 0) => count * Math.sqrt(value));
}

/** The place of the fraction bar outside brackets; -1 where there is none. */
function barOf(text: string): number {
  const inside = text.indexOf('(');
  const first = text.indexOf('/');
  return inside < 0 || first < inside ? first : text.indexOf('/', text.indexOf(')'));
}

/** A factor, or one by another: `1/3`, `1/√3`, `√2/2`. */
function readQuotient(text: string, context: NumberContext): TypedNumber {
  const bar = barOf(text);
  if (bar < 0) return readFactor(text, context);
  const parts = [readFactor(text.slice(0, bar), context), readFactor(text.slice(bar + 1), context)];
  return computed(parts, (over = 0, under = 0) => over / under);
}

/**
 * The number that a person typed: with a decimal point or comma, thousands apart by a space, an apostrophe, a point or a
 * comma, full-width digits, as a fraction, `sqrt(2)` or `√2`, or as `1e-3`. What may mean two numbers is never guessed.
 */
export function readNumber(text: string, context: NumberContext): TypedNumber {
  const plain = plainSigns(text).trim().replace(rootWords, rootSign);
  return readQuotient(plain, context);
}
