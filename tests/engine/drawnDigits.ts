import type { DataSet } from '#engine/data/dataSet.ts';
import { digits } from '#engine/data/sets/digits.ts';

/** The digits that the app draws, drawn at once. */
export function drawnDigits(): DataSet {
  const drawing = digits();
  for (;;) {
    const next = drawing.next();
    if (next.done) return next.value;
  }
}
