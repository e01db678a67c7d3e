import { numberText } from '#plots/numberText.ts';
import type { Experiment } from '#state/experiment.ts';
import { fateOf } from '#state/fate.ts';
import { resolvedGain } from '#state/resolvedGain.ts';
import { en } from '#ui/text/en.ts';
import { fateText, walkerText } from '#ui/text/fateText.ts';

/** The live sentence as text: the figures' description for a screen reader. */
export function plainSentence(experiment: Experiment): string {
  const { f, depth, width, pass } = experiment;
  const gain = numberText(resolvedGain(experiment), 5);
  const network = `In a ${en.choices.f[f]} network ${depth} layers deep and ${width} wide, with gain ${gain}`;
  return `${network}, ${walkerText[pass]} ${fateText(fateOf(experiment))}`;
}
