import { factorText, measuredText, numberText, percentText, shortText } from '#plots/numberText.ts';
import { writtenNumber } from '#plots/writtenNumber.ts';
import type { Shown } from '#run/sweeps/figures/phrase.ts';
import { countText } from '#ui/text/countText.ts';

/** A share as a percentage that keeps its first digit when it is small. */
const finePercentText = (share: number) =>
  share >= 0.001 ? percentText(share) : `${numberText(100 * share, 1)} %`;

/** e^logFactor: small powers of ten as plain numbers, large ones as powers. */
function powerText(logFactor: number): string {
  const decades = logFactor / Math.LN10;
  if (Math.abs(decades) < 0.005) return '1';
  return Math.abs(decades) < 3 ? numberText(Math.exp(logFactor), 2) : factorText(logFactor);
}

/** A value as people read it; nothing for null. */
export function shownText(shown: Shown): string {
  if (shown === null) return '';
  if (typeof shown === 'number') return writtenNumber(shown);
  switch (shown.as) {
    case 'digits':
      return numberText(shown.value, shown.digits);
    case 'measured':
      return measuredText(shown.value, shown.error);
    case 'count':
      return countText(shown.value);
    case 'percent':
      return percentText(shown.value);
    case 'finePercent':
      return finePercentText(shown.value);
    case 'factor':
      return factorText(shown.value);
    case 'power':
      return powerText(shown.value);
    case 'short':
      return shortText(shown.value, 3);
  }
}
