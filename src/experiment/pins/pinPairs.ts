/**
 * A pin as text: keys and values in turn, joined by `:`. In a link a pin leaves out what is as in the experiment beside it,
 * and is this where nothing differs.
 */
export const samePin = 'same';

/** The pairs of a pin's text, the last of equal keys winning. */
export function pinPairs(pin: string): ReadonlyMap<string, string> {
  const parts = pin === samePin ? [] : pin.split(':');
  return new Map(
    parts.flatMap((key, i) => (i % 2 === 0 ? [[key.trim().toLowerCase(), parts[i + 1] ?? '']] : [])),
  );
}

/** The text of some pairs. */
export const pinText = (pairs: Iterable<readonly [key: string, value: string]>): string =>
  Array.from(pairs, ([key, value]) => `${key}:${value}`).join(':') || samePin;

/** The pins of a list as text. */
export const pinTexts = (list: string): readonly string[] =>
  list
    .split(',')
    .map((pin) => pin.trim())
    .filter((pin) => pin !== '');
