import { codecs } from '#experiment/codecs/codecs.ts';
import { type Experiment, isParameterKey, parameterKeys } from '#experiment/experiment.ts';
import { version } from '#experiment/version.ts';
import type { LinkPair } from './linkPair.ts';
import { valueText } from './valueText.ts';

/** What an experiment file says it is; a figure's JSON holds an experiment too, and can be opened like one. */
export const experimentFileKind = 'gradient-walk-experiment';

/** Larger files are not read: a walk's results have at most some MB. */
export const largestFileBytes = 64 * 1024 * 1024;

/** An experiment as a file: all keys, so that it means the same when defaults have moved. */
export interface ExperimentFile {
  readonly kind: typeof experimentFileKind;
  /** The app's version that wrote it. */
  readonly app: string;
  readonly link: string;
  readonly experiment: Experiment;
  /** As `gradientWalk.results()` gives them; null where none were asked for or there are none. */
  readonly results: object | null;
}

export function experimentFile(experiment: Experiment, link: string, results: object | null): ExperimentFile {
  return { kind: experimentFileKind, app: version, link, experiment, results };
}

/** What a text turned out to be. */
export type ReadFile =
  | { readonly kind: 'experiment'; readonly pairs: readonly LinkPair[] }
  | { readonly kind: 'refused'; readonly because: 'notJson' | 'noExperiment' };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value as the link writes it: lists are joined by the link's own signs. */
function linkText(key: string, value: unknown): string {
  if (!Array.isArray(value)) return isRecord(value) ? JSON.stringify(value) : valueText(value);
  return value.map(valueText).join((isParameterKey(key) && codecs[key].joint) || ',');
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Reads a file's text into the pairs of a link, whose own codecs then judge every value. A file without one known key
 * in its `experiment` is refused.
 */
export function readExperimentFile(text: string): ReadFile {
  const parsed = parsedJson(text);
  if (parsed === undefined) return { kind: 'refused', because: 'notJson' };
  const experiment = isRecord(parsed) ? parsed.experiment : null;
  if (!isRecord(experiment) || !parameterKeys.some((key) => Object.hasOwn(experiment, key))) {
    return { kind: 'refused', because: 'noExperiment' };
  }
  return {
    kind: 'experiment',
    pairs: Object.entries(experiment).map(([key, value]) => [key, linkText(key, value)]),
  };
}
