import { shortText } from './numberText.ts';
import { writtenNumber } from './writtenNumber.ts';

/** A tick's value with at most `digits` significant digits and no zeros at its end. */
export const tickText = (value: number | { valueOf(): number }, digits = 6): string =>
  shortText(Number(value), digits);

/** Plain numbers as exact as the step from tick to tick: `−20`, `0.5`. */
export function stepText(ticks: readonly number[]): (value: number | { valueOf(): number }) => string {
  const step = ticks.length > 1 ? Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0)) : 1;
  const decimals = Math.min(20, Math.max(0, -Math.floor(Math.log10(step) + 1e-9)));
  return (value) =>
    Math.abs(Number(value)) >= 1e6
      ? tickText(value, 3)
      : writtenNumber(
          Number(value)
            .toFixed(decimals)
            .replace('-', '\u2212')
            .replace(/^\u2212(0(\.0+)?)$/, '$1'),
        );
}

/**
 * The ticks whose labels do not touch: both ends of the list before the rest, and of two that would touch the later is
 * left out. `at` and `reach` in px: where a tick stands, and how far its label goes to either side.
 */
export function apartTicks<T>(ticks: readonly T[], at: (tick: T) => number, reach: (tick: T) => number): T[] {
  const last = ticks.length - 1;
  const order = last > 0 ? [last, ...ticks.keys()].slice(0, last + 1) : [...ticks.keys()];
  const kept: number[] = [];
  for (const i of order) {
    const tick = ticks[i];
    if (tick === undefined) continue;
    const isFree = kept.every((other) => {
      const beside = ticks[other];
      return beside === undefined || Math.abs(at(beside) - at(tick)) >= reach(beside) + reach(tick);
    });
    if (isFree) kept.push(i);
  }
  return ticks.filter((_, i) => kept.includes(i));
}
