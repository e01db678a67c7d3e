import type { TypedWidths } from '#experiment/lenience/lenience.ts';
import { plainSigns } from './plainSigns.ts';
import { readNumber } from './readNumber.ts';

/** The widths of a text: joined by hyphens, or by times signs, or by commas; none where commas separate thousands. */
function partsOf(text: string): readonly string[] {
  const plain = plainSigns(text);
  const joint = ['-', /[x×]/i, ','].find((sign) => plain.search(sign) >= 0) ?? '-';
  const parts = plain.split(joint).map((part) => part.trim());
  return joint === ',' && parts.some((part) => /^0\d/.test(part)) ? [] : parts;
}

/** Reads widths as people type them, each a number by the rules of all numbers. */
export function readWidths(text: string): TypedWidths {
  const typed = partsOf(text).map((part) => readNumber(part, { isWhole: true }));
  const doubtful = typed.find((part) => part.kind === 'ambiguous');
  if (doubtful) return doubtful;
  const numbers = typed.filter((part) => part.kind === 'number');
  const isWhole = numbers.every(({ value }) => Number.isSafeInteger(value));
  if (typed.length < 2 || numbers.length < typed.length || !isWhole) return { kind: 'none' };
  return {
    kind: 'widths',
    widths: numbers.map(({ value }) => value),
    isRewritten: numbers.some(({ isRewritten }) => isRewritten),
  };
}
