import { writtenNumber } from './writtenNumber.ts';

const minus = '\u2212';

/** A number for people: as the page's language writes it, with a real minus sign, at most `digits` significant digits, no exponent below a million; a dash for none. */
export function numberText(value: number, digits = 3): string {
  if (value === 0) return '0';
  if (Number.isNaN(value)) return '–';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : `${minus}∞`;
  const size = Math.abs(value);
  if (size >= 1e6 || size < 1e-4) return powerText(value, digits);
  const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(size)));
  return signed(value, value.toFixed(Math.min(decimals, 12)));
}

const signed = (value: number, text: string) => writtenNumber(value < 0 ? text.replace('-', minus) : text);

/** The same without zeros at the end of its decimals. */
export const shortText = (value: number, digits = 6): string =>
  numberText(value, digits)
    .replace(/([.,]\d*?)0+$/, '$1')
    .replace(/[.,]$/, '');

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** An integer in superscript digits. */
export function superscript(exponent: number): string {
  const digits = String(Math.abs(exponent)).replace(/\d/g, (digit) => superscripts[Number(digit)] ?? '');
  return exponent < 0 ? `⁻${digits}` : digits;
}

function powerText(value: number, digits: number): string {
  const [mantissa = '', exponent = '0'] = value.toExponential(Math.max(0, digits - 2)).split('e');
  return `${signed(value, mantissa)}·10${superscript(Number(exponent))}`;
}

/** A measurement with its standard error, both to the error's second digit: `0.0519 ± 0.0021`. */
export function measuredText(value: number, error: number): string {
  if (!(error > 0) || !Number.isFinite(error)) return numberText(value, 4);
  if (error < 1e-5 && Math.abs(value) < 1e-3) return tinyMeasuredText(value, error);
  const second = Math.max(0, 1 - Math.floor(Math.log10(error)));
  // Beyond a millionth the error's first digit is enough.
  const decimals = second > 6 ? Math.min(12, second - 1) : second;
  if (Math.abs(value) >= 1e6) return numberText(value, 4);
  const rounded = Number(value.toFixed(decimals));
  return `${signed(rounded, rounded.toFixed(decimals))} ± ${writtenNumber(error.toFixed(decimals))}`;
}

/** A tiny measurement over the power of ten of its larger part: `(−5.0 ± 0.2)·10⁻⁸`. */
function tinyMeasuredText(value: number, error: number): string {
  const exponent = Math.floor(Math.log10(Math.max(Math.abs(value), error)));
  const scaled = (x: number) => signed(x, (x / 10 ** exponent).toFixed(1));
  return `(${scaled(value)} ± ${scaled(error)})·10${superscript(exponent)}`;
}

/** A share as a percentage. */
export function percentText(share: number): string {
  if (share > 0 && share < 0.001) return `< ${writtenNumber(0.1)} %`;
  if (share < 1 && share > 0.999) return `> ${writtenNumber(99.9)} %`;
  return `${share === 0 || share === 1 ? 100 * share : writtenNumber((100 * share).toFixed(1))} %`;
}

/** e^logFactor as a factor of a norm: `12.8`, `1/148`, `10⁻⁴⁰`; never formed as a number when it would overflow. */
export function factorText(logFactor: number): string {
  const decades = logFactor / Math.LN10;
  if (Math.abs(decades) >= 5) return `10${superscript(Math.round(decades))}`;
  const size = Math.exp(Math.abs(logFactor));
  const text = size >= 1000 ? String(Math.round(size)) : numberText(size, 3);
  return decades < 0 && text !== numberText(1, 3) ? `1/${text}` : text;
}
