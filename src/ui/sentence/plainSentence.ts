import type { Experiment } from '#state/experiment.ts';
import { fateOf } from '#state/fate.ts';
import { articleOf } from '#ui/text/articleOf.ts';
import { en } from '#ui/text/en.ts';
import { fateText, walkerText } from '#ui/text/fateText.ts';
import { gainText } from '#ui/text/gainText.ts';

/** The live sentence as text: the figures' description for a screen reader. */
export function plainSentence(experiment: Experiment): string {
  const { f, depth, width, pass } = experiment;
  const network = `In ${articleOf(f)} ${en.choices.f[f]} network ${depth} layers deep and ${width} wide, with gain ${gainText(experiment)}`;
  return `${network}, ${walkerText[pass]} ${fateText(fateOf(experiment))}`;
}
