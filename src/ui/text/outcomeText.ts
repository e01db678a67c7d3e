import { dictionary } from '#experiment/dictionary/dictionary.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { factorText, percentText } from '#plots/numberText.ts';
import type { Outcome } from '#run/walk/outcome.ts';

const words = () => dictionary('page').outcome;

/** Who walks, as the subject of the sentence. */
export const walkerText = (pass: Experiment['pass']): string => dictionary('page').walker[pass];

function spreadText({ logSpread, kind }: Outcome): string {
  if (logSpread === null) return '';
  if (logSpread < 1e-6) return words().everywhere;
  const factor = factorText(logSpread);
  return kind === 'keeps' ? words().spreadKept(factor) : words().spread(factor);
}

function deadText({ dead }: Outcome): string {
  return dead === null || dead < 5e-4 ? '' : words().dead(percentText(dead));
}

/** The end of the sentence: what becomes of the walker, in plain words. */
export function outcomeText(outcome: Outcome): string {
  if (outcome.kind === 'ownRate' || outcome.kind === 'unknown') return `${words()[outcome.kind]}.`;
  const size = words()[outcome.kind](factorText(Math.abs(outcome.logFactor)));
  const isPlain = outcome.by === 'exact' || outcome.by === 'new-matrices';
  const hedge = isPlain ? '' : words().approximately[outcome.by];
  const remark = outcome.remark ? words().remarks[outcome.remark] : '';
  return `${size}${spreadText(outcome)}${hedge}.${deadText(outcome)}${remark}`;
}
