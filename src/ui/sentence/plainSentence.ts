import { dictionary } from '#experiment/dictionary/dictionary.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { computeOutcome } from '#run/walk/outcome.ts';
import { articleOf } from '#ui/text/articleOf.ts';
import { gainText } from '#ui/text/gainText.ts';
import { outcomeText, walkerText } from '#ui/text/outcomeText.ts';

/** The live sentence as text: the figures' description for a screen reader. */
export function plainSentence(experiment: Experiment, found: FoundGains): string {
  const { f, depth, width, pass } = experiment;
  const values = { f: dictionary('page').choices.f[f], depth, width, gain: gainText(experiment, found) };
  const network = dictionary('page')
    .sentence(articleOf(f), depth)
    .replace(/\{(\w+)\}/g, (place, name: keyof typeof values) => String(values[name] ?? place));
  return `${network} ${walkerText(pass)} ${outcomeText(computeOutcome(experiment, found))}`;
}
