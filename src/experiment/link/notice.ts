import type { Limitation } from '#experiment/derived/effectiveSampling.ts';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import type { Experiment } from '#experiment/experiment.ts';

/** Something that was asked for and not done as asked. */
export interface Notice {
  readonly kind: 'changed' | 'unreadable' | 'unknown' | 'repeated' | 'newer' | 'unavailable' | 'refused';
  /** Key of the link; empty where something was refused as a whole. */
  readonly key: string;
  /** What was given, as text. */
  readonly given: string;
  /** What is used instead, as text; empty where nothing is. */
  readonly used: string;
  /** The whole in one sentence. */
  readonly message: string;
}

const longest = 40;

/** A value as it may be quoted in a sentence. */
export function quoted(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** The notice for a value that was moved or could not be read. */
export function valueNotice(
  kind: 'changed' | 'unreadable',
  key: string,
  given: string,
  used: string,
  because: string,
): Notice {
  const message = dictionary('experiment').notice.value(key, quoted(given), because, used);
  return { kind, key, given, used, message };
}

export function unknownNotice(key: string, given: string): Notice {
  const message = dictionary('experiment').notice.unknown(quoted(key), quoted(given));
  return { kind: 'unknown', key, given, used: '', message };
}

export function repeatedNotice(key: string, given: string, used: string): Notice {
  const message = dictionary('experiment').notice.repeated(key, quoted(given), quoted(used));
  return { kind: 'repeated', key, given, used, message };
}

/** Keys that one notice names. */
const mostNamed = 8;

export function tooLongNotice(keys: readonly string[]): Notice {
  const named = keys.slice(0, mostNamed).map(quoted);
  const given = keys.length > mostNamed ? [...named, '…'].join(', ') : named.join(', ');
  return {
    kind: 'refused',
    key: '',
    given,
    used: '',
    message: dictionary('experiment').notice.tooLong(given),
  };
}

export function manyPairsNotice(given: number, most: number): Notice {
  const message = dictionary('experiment').notice.manyPairs(given, most);
  return { kind: 'refused', key: '', given: String(given), used: String(most), message };
}

export function manyUnknownNotice(count: number, most: number): Notice {
  const message = dictionary('experiment').notice.manyUnknown(count, most);
  return { kind: 'refused', key: '', given: String(count), used: '', message };
}

export function newerNotice(given: number, known: number): Notice {
  const message = dictionary('experiment').notice.newer(given, known);
  return { kind: 'newer', key: 'v', given: String(given), used: String(known), message };
}

export function unavailableGainNotice(f: string, used: string): Notice {
  const message = dictionary('experiment').notice.unavailableGain(f, used);
  return { kind: 'unavailable', key: 'gain', given: 'paper', used, message };
}

/** The notice for walks that are not made matrix-free, as the link asks. */
export function limitationNotice(limitation: Limitation, { sampler }: Experiment): Notice {
  const key = 'sampler';
  return {
    kind: 'unavailable',
    key,
    given: sampler,
    used: 'matrices',
    message: `${key}=${sampler}: ${dictionary('experiment').limitation[limitation]}`,
  };
}
