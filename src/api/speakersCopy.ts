/** What reveal.js's speaker view opens its two copies of a deck with, in their query. */
const mark = 'receiver';

/**
 * Whether this frame stands in a copy of a deck, as reveal.js's speaker view opens two of them: the deck itself computes
 * for all three. A deck of another origin, whose address a frame may not read, says so by the frame's name.
 */
export function isSpeakersCopy({ name, parent }: Pick<Window, 'name' | 'parent'> = window): boolean {
  if (name === mark) return true;
  try {
    return new URLSearchParams(parent.location.search).has(mark);
  } catch {
    return false;
  }
}
