import type { Experiment } from '#experiment/experiment.ts';
import { fateOf } from '#run/walk/fate.ts';
import { articleOf } from '#ui/text/articleOf.ts';
import { fateText, walkerText } from '#ui/text/fateText.ts';
import { gainText } from '#ui/text/gainText.ts';
import { pageWords } from '#ui/text/words.ts';

/** The live sentence as text: the figures' description for a screen reader. */
export function plainSentence(experiment: Experiment): string {
  const { f, depth, width, pass } = experiment;
  const values = { f: pageWords.choices.f[f], depth, width, gain: gainText(experiment) };
  const network = pageWords
    .sentence(articleOf(f), depth)
    .replace(/\{(\w+)\}/g, (place, name: keyof typeof values) => String(values[name] ?? place));
  return `${network} ${walkerText[pass]} ${fateText(fateOf(experiment))}`;
}
