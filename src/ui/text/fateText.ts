import { factorText, percentText } from '#plots/numberText.ts';
import type { Fate } from '#run/walk/fate.ts';
import { pageWords } from './words.ts';

const { fate: words } = pageWords;

/** Who walks, as the subject of the sentence. */
export const walkerText = pageWords.walker;

function spreadText({ logSpread, kind }: Fate): string {
  if (logSpread === null) return '';
  if (logSpread < 1e-6) return words.everywhere;
  const factor = factorText(logSpread);
  return kind === 'keeps' ? words.spreadKept(factor) : words.spread(factor);
}

function deadText({ dead }: Fate): string {
  return dead === null || dead < 5e-4 ? '' : words.dead(percentText(dead));
}

/** The end of the sentence: what becomes of the walker, in plain words. */
export function fateText(fate: Fate): string {
  const size = words[fate.kind](factorText(Math.abs(fate.logFactor)));
  const hedge = fate.isExact ? '' : words.approximately;
  return `${size}${spreadText(fate)}${hedge}.${deadText(fate)}`;
}
