import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { measuredText, numberText, percentText } from '#plots/numberText.ts';
import { writtenNumber } from '#plots/writtenNumber.ts';
import type { Estimate } from '#run/walk/fittedSlope.ts';
import type { WalkFacts } from '#run/walk/walkFacts.ts';

/** A number that a walk's figures are read for. */
export type FactName = Exclude<keyof WalkFacts, 'isExact'>;

const words = () => dictionary('page').facts;
const shares: readonly FactName[] = ['within', 'dead'];

/** What was measured, with its standard error. */
export function measuredWords(name: FactName, measured: Estimate | null): string {
  if (!measured) return words().none;
  if (!shares.includes(name)) return measuredText(measured.value, measured.error);
  const percent = (share: number) => writtenNumber((100 * share).toFixed(1));
  return measured.error > 0
    ? `${percent(measured.value)} ± ${percent(measured.error)} %`
    : percentText(measured.value);
}

/** What theory says. */
export function theoryWords(name: FactName, theory: number | null): string {
  if (theory === null) return words().none;
  return shares.includes(name) ? percentText(theory) : numberText(theory, name === 'factor' ? 3 : 4);
}
