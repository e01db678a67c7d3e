import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { formatLink } from '#experiment/link/linkCodec.ts';
import { measuredText, numberText } from '#plots/numberText.ts';
import type { FigurePoint } from '#plots/pointFocus.ts';
import type { QuantityReading, Reading } from '#run/sweeps/figures/drawing.ts';
import { deviationsOff } from '#run/sweeps/measures/estimates.ts';
import type { SweepPoint } from '#run/sweeps/sweepPoint.ts';
import type { Phrases } from '#ui/scale/sweepWords.ts';
import { phraseText, sweepText } from './sweepText.ts';

/** What a measured quantity says: measured, theory, how far off, by how many walks. */
function quantityText(phrases: Phrases, reading: QuantityReading): string {
  const words = dictionary('scale').readout;
  const { where, measured, theory, kind, walks, dead } = reading;
  const parts = [
    measured ? `${words.measured} ${measuredText(measured.value, measured.error)}` : words.unmeasured,
    theory === null ? '' : `${words.theory[kind]} ${numberText(theory, 4)}`,
  ];
  const off = kind === 'exact' ? deviationsOff(measured, theory) : null;
  if (off !== null) parts.push(words.off(numberText(off, 2)));
  if (walks > 0) parts.push(words.walks(walks, dead));
  return words.at(phraseText(phrases, where), parts.filter((part) => part !== '').join(', '));
}

interface ReadPoint {
  readonly point: SweepPoint;
  readonly part?: string;
  readonly reading: Reading;
}

/** A measured point as figures have it: what it says, and the address that opens it as an experiment of its own. */
export function figurePoint(phrases: Phrases, { point, part, reading }: ReadPoint): FigurePoint {
  return {
    key: part === undefined ? point.key : `${point.key} ${part}`,
    readout: 'says' in reading ? sweepText(phrases, reading.says) : quantityText(phrases, reading),
    href: `#${formatLink(point.experiment)}`,
  };
}
