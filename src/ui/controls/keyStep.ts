import type { KeyboardEvent } from 'react';

const directions: Readonly<Record<string, 1 | -1>> = {
  ArrowUp: 1,
  ArrowRight: 1,
  PageUp: 1,
  ArrowDown: -1,
  ArrowLeft: -1,
  PageDown: -1,
};

/** The step that a key asks of a value: large with Shift or the Page keys; null for any other key. */
export function keyStep({ key, shiftKey }: KeyboardEvent): { direction: 1 | -1; isLarge: boolean } | null {
  const direction = directions[key];
  return direction === undefined ? null : { direction, isLarge: shiftKey || key.startsWith('Page') };
}
