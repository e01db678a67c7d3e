import type { LanguageName } from '#experiment/language.ts';
import type { NumberContext, TypedNumber } from '#experiment/lenience/lenience.ts';

/** The link's own way, and JavaScript's. In linear time, as all here: no two parts of it can match the same digits. */
const plainDecimal = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
const commaDecimal = /^[+-]?(\d+(,\d*)?|,\d+)(e[+-]?\d+)?$/i;
/** Thousands apart by one sign, and a decimal sign that is another. */
const grouped = /^[+-]?[1-9]\d{0,2}([ '.,])\d{3}(?:\1\d{3})*(?:(?!\1)[.,]\d+)?$/;
/** One sign before three digits: it may be either kind. */
const doubtful = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/;

const none: TypedNumber = { kind: 'none' };
const numberOf = (text: string, isRewritten = false): TypedNumber => ({
  kind: 'number',
  value: Number(text.replace(',', '.')),
  isRewritten,
});

/** The sign before decimals in a language. */
const decimalSign = (language: LanguageName): string | undefined =>
  new Intl.NumberFormat(language).formatToParts(0.5).find(({ type }) => type === 'decimal')?.value;

/**
 * Whether a doubtful sign is the decimal sign for certain. Among real numbers the point is: links and fields write them
 * so, though never with a last 0. So is the comma of a language that has it.
 */
function isDecimalSign(text: string, { isWhole, language }: NumberContext): boolean {
  if (isWhole) return false;
  const sign = language && decimalSign(language);
  if (text.includes('.')) return sign === undefined || sign === '.' || !text.endsWith('0');
  return sign === ',';
}

/** Reads digits with a sign, decimals, thousands and an exponent, in ASCII; separators of thousands are `' . ,` or a space. */
export function readDecimal(text: string, context: NumberContext): TypedNumber {
  if (doubtful.test(text) && !isDecimalSign(text, context)) {
    const values = [Number(text.replace(',', '.')), Number(text.replace(/[.,]/, ''))] as const;
    return { kind: 'ambiguous', values };
  }
  if (plainDecimal.test(text) || commaDecimal.test(text)) return numberOf(text);
  const separator = grouped.exec(text)?.[1];
  return separator === undefined ? none : numberOf(text.replaceAll(separator, ''), true);
}
