import { factorText, percentText } from '#plots/numberText.ts';
import type { Experiment } from '#state/experiment.ts';
import type { Fate } from '#state/fate.ts';

/** Who walks, as the subject of the sentence. */
export const walkerText: Readonly<Record<Experiment['pass'], string>> = {
  backward: 'a gradient that travels back',
  forward: 'an activation that travels forward',
  weights: 'the weight gradient, from the last layer back to the first,',
};

function sizeText({ kind, logFactor }: Fate): string {
  const factor = factorText(Math.abs(logFactor));
  return {
    keeps: 'keeps its size on average',
    shrinks: `typically shrinks to 1/${factor} of its size`,
    grows: `typically grows ${factor} times`,
    vanishes: `vanishes: typically divided by ${factor}`,
    explodes: `explodes: typically multiplied by ${factor}`,
  }[kind];
}

function spreadText({ logSpread, kind }: Fate): string {
  if (logSpread === null) return '';
  if (logSpread < 1e-6) return ', and so it is in every single network';
  const factor = factorText(logSpread);
  return kind === 'keeps'
    ? `; in one network it is typically multiplied or divided by ${factor}`
    : `, give or take a factor of ${factor}`;
}

function deadText({ dead }: Fate): string {
  if (dead === null || dead < 5e-4) return '';
  return ` In ${percentText(dead)} of networks it dies.`;
}

/** The end of the sentence: what becomes of the walker, in plain words. */
export function fateText(fate: Fate): string {
  const hedge = fate.isExact ? '' : ' (approximately)';
  return `${sizeText(fate)}${spreadText(fate)}${hedge}.${deadText(fate)}`;
}
