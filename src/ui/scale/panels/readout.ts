import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { formatLink } from '#experiment/link/linkCodec.ts';
import { measuredText, numberText } from '#plots/numberText.ts';
import { deviationsOff } from '#run/sweeps/estimates.ts';
import type { SweepPoint } from '#run/sweeps/sweepPoint.ts';
import type { Estimate } from '#run/walk/fittedSlope.ts';

const words = () => dictionary('scale').readout;

/** The address that opens a point as an experiment of its own. */
export const hrefOf = (point: SweepPoint) => `#${formatLink(point.experiment)}`;

interface Reading {
  /** Where the point is: `width 64`. */
  readonly where: string;
  readonly measured: Estimate | null;
  readonly theory: number | null;
  readonly kind: 'exact' | 'approximate';
  readonly walks: number;
  readonly dead: number;
}

/** What a walked point says: measured, theory, how far off, by how many walks. */
export function readoutText({ where, measured, theory, kind, walks, dead }: Reading): string {
  const parts = [
    measured ? `${words().measured} ${measuredText(measured.value, measured.error)}` : words().unmeasured,
    theory === null ? '' : `${words().theory[kind]} ${numberText(theory, 4)}`,
  ];
  const off = kind === 'exact' ? deviationsOff(measured, theory) : null;
  if (off !== null) parts.push(words().off(numberText(off, 2)));
  if (walks > 0) parts.push(words().walks(walks, dead));
  return `${where}: ${parts.filter((part) => part !== '').join(', ')}`;
}
