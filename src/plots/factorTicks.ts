import { ticks } from 'd3';
import type { Domain } from './domain.ts';
import { superscript } from './numberText.ts';

/** A tick of the norm-factor axis. */
export interface FactorTick {
  /** Where it stands on the axis of ln Z (squared norms). */
  readonly lnZ: number;
  /** The factor of the norm there, e^(ln Z / 2). */
  readonly label: string;
}

const perDecade = 2 * Math.LN10;

function decadeLabel(exponent: number): string {
  if (exponent === 0) return '1';
  if (Math.abs(exponent) > 3) return `10${superscript(exponent)}`;
  return exponent > 0 ? String(10 ** exponent) : `1/${10 ** -exponent}`;
}

/** Round factors of the norm along an axis of ln Z: powers of ten, or 1, 2, 5 where the axis is short. */
export function factorTicks([low, high]: Domain, count = 7): FactorTick[] {
  const from = low / perDecade;
  const to = high / perDecade;
  if (to - from >= 2.5) {
    return ticks(from, to, Math.max(1, count))
      .filter(Number.isInteger)
      .map((exponent) => ({ lnZ: exponent * perDecade, label: decadeLabel(exponent) }));
  }
  const factors = [1 / 50, 1 / 20, 1 / 10, 1 / 5, 1 / 2, 1, 2, 5, 10, 20, 50];
  return factors
    .map((factor) => ({
      lnZ: 2 * Math.log(factor),
      label: factor >= 1 ? String(factor) : `1/${Math.round(1 / factor)}`,
    }))
    .filter(({ lnZ }) => lnZ >= low && lnZ <= high);
}
