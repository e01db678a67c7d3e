import { type Dictionary, dictionary } from '#experiment/dictionary/dictionary.ts';
import type { Experiment, ParameterKey } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { resolvedGain } from '#experiment/gains.ts';
import { engineOf } from '#experiment/lessons/engineOf.ts';
import { pinDifferences, pinnedExperiment } from '#experiment/pins/pins.ts';
import type { Parameter } from '#experiment/schema/parameter.ts';
import { schema } from '#experiment/schema.ts';
import { numberText } from '#plots/numberText.ts';
import { parameterText } from '#ui/dictionary/parameterText.ts';

/** More than so many differences are counted, not named. */
const mostNamed = 3;

const words = () => dictionary('compare').names;

function gainName(pinned: Experiment, found: FoundGains): string {
  const value = numberText(resolvedGain(pinned, found), 4);
  const { gain } = pinned;
  return typeof gain === 'number'
    ? words().gainNumber(value)
    : words().gain(dictionary('page').choices.gain[gain], value);
}

/** What a value that is chosen from a list is called; null for any other. */
function choiceWord(key: ParameterKey, text: string): string | null {
  const choices: Dictionary['page']['choices'] = dictionary('page').choices;
  if (!(key in choices)) return null;
  const named: Readonly<Record<string, string>> = choices[key as keyof typeof choices];
  return named[text] ?? null;
}

function differenceName(key: ParameterKey, text: string, pinned: Experiment, found: FoundGains): string {
  if (key === 'gain') return gainName(pinned, found);
  if (key === 'width' || key === 'depth' || key === 'walks') return words()[key](text);
  if (key === 'tied') return words().tied[pinned.tied === 1 ? 1 : 0];
  const word = choiceWord(key, text);
  if (word !== null && (key === 'f' || key === 'weights')) return word;
  return words().other(parameterText(key).label, word ?? text);
}

/** Whether a difference shows in the figures of a view. */
function isShown(key: ParameterKey, engine: ReturnType<typeof engineOf>): boolean {
  // Pins are walked matrix-free wherever that is the same in law.
  if (engine === 'walk' && key === 'sampler') return false;
  const { restarts, tunes }: Parameter = schema[key];
  return (engine === 'train' && tunes !== undefined) || restarts.some((run) => run === engine);
}

/** What an experiment is called beside another: what it has that the other has not. */
export function pinName(pin: string, beside: Experiment, found: FoundGains): string {
  const engine = engineOf(beside);
  const pinned = pinnedExperiment(pin, beside);
  const names = pinDifferences(pin, beside)
    .filter(([key]) => isShown(key, engine))
    .map(([key, text]) => differenceName(key, text, pinned, found));
  if (names.length === 0) return words().same;
  const rest = names.length - mostNamed;
  return [...names.slice(0, mostNamed), ...(rest > 0 ? [words().more(rest)] : [])].join(', ');
}
