import { resolvedGain } from '#experiment/derived/resolvedGain.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { numberText } from '#plots/numberText.ts';

/** The gain as the user gave it, or what its name stands for. */
export function gainText(experiment: Experiment): string {
  const { gain } = experiment;
  return typeof gain === 'number' ? String(gain) : numberText(resolvedGain(experiment), 5);
}
