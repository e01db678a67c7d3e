import { dictionary } from '#experiment/dictionary/dictionary.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { resolvedGain } from '#experiment/gains.ts';
import { numberText } from '#plots/numberText.ts';
import { writtenNumber } from '#plots/writtenNumber.ts';

/** A number with more signs than this comes from a network's file, not from a hand. */
const mostSigns = 9;

/** A gain for the ear: its number, and whose it is where it has a name. */
export function spokenGain({ gain }: Experiment, text: string): string {
  return typeof gain === 'string' ? `${text}, ${dictionary('page').spokenGain[gain]}` : text;
}

/** The gain as the user gave it, or what its name or a network's file stands for, rounded. */
export function gainText(experiment: Experiment, found: FoundGains): string {
  const { gain } = experiment;
  const isGiven = typeof gain === 'number' && String(gain).length <= mostSigns;
  return isGiven ? writtenNumber(gain) : numberText(resolvedGain(experiment, found), 5);
}
