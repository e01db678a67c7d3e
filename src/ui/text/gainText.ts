import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { resolvedGain } from '#experiment/gains.ts';
import { numberText } from '#plots/numberText.ts';

/** The gain as the user gave it, or what its name stands for. */
export function gainText(experiment: Experiment, found: FoundGains): string {
  const { gain } = experiment;
  return typeof gain === 'number' ? String(gain) : numberText(resolvedGain(experiment, found), 5);
}
