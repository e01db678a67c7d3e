import { numberText } from '#plots/numberText.ts';
import type { Experiment } from '#state/experiment.ts';
import { resolvedGain } from '#state/resolvedGain.ts';

/** The gain as the user gave it, or what its name stands for. */
export function gainText(experiment: Experiment): string {
  const { gain } = experiment;
  return typeof gain === 'number' ? String(gain) : numberText(resolvedGain(experiment), 5);
}
