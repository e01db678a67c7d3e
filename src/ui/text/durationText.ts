import { writtenNumber } from '#plots/writtenNumber.ts';

/** A duration for people: `0.4 s`, `12 s`, `3 min`. */
export function durationText(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 9.95) return `${writtenNumber(seconds.toFixed(1))} s`;
  if (seconds < 99.5) return `${Math.round(seconds)} s`;
  return `${Math.round(seconds / 60)} min`;
}
