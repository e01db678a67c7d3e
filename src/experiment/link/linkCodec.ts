import { codecs } from '#experiment/codecs/codecs.ts';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import { effectiveSampling } from '#experiment/derived/effectiveSampling.ts';
import { type Experiment, isParameterKey, type ParameterKey, parameterKeys } from '#experiment/experiment.ts';
import { type FoundGains, noFoundGains } from '#experiment/foundGains.ts';
import { namedGains, resolvedGain } from '#experiment/gains.ts';
import { lenience } from '#experiment/lenience/lenience.ts';
import { lessonExperiment } from '#experiment/lessons/lessonExperiment.ts';
import { pinReader } from '#experiment/pins/pinReader.ts';
import { boundedPairs } from './boundedPairs.ts';
import type { LinkPair } from './linkPair.ts';
import {
  limitationNotice,
  manyUnknownNotice,
  type Notice,
  newerNotice,
  repeatedNotice,
  unavailableGainNotice,
  unknownNotice,
  valueNotice,
} from './notice.ts';
import { plainPairs } from './plainPairs.ts';
import { wellFormed } from './wellFormed.ts';

/** What a link says. */
export interface Link {
  readonly experiment: Experiment;
  /** Pairs that this version does not know, in their order; kept so that no one's link loses anything. */
  readonly unknown: readonly LinkPair[];
  readonly notices: readonly Notice[];
}

/** A value as the link writes it. */
const linkText = <K extends ParameterKey>(experiment: Experiment, key: K): string =>
  (key === 'pins' && pinReader()?.shortPins(experiment)) || codecs[key].serialize(experiment[key]);

/** Pins leave out what is as in the experiment: they are read when all else is. */
const pinsLast = (pairs: readonly LinkPair[]) =>
  pairs.toSorted(([one], [other]) => Number(one === 'pins') - Number(other === 'pins'));

function withValue<K extends ParameterKey>(
  experiment: Experiment,
  key: K,
  text: string,
): { readonly experiment: Experiment; readonly notices: readonly Notice[] } {
  const codec = codecs[key];
  const parsed = codec.parse((key === 'pins' && pinReader()?.wholePins(text, experiment)) || text);
  if (parsed.kind === 'unreadable') {
    const used = linkText(experiment, key);
    return { experiment, notices: [valueNotice('unreadable', key, text, used, parsed.because)] };
  }
  const changed: Experiment = { ...experiment, [key]: parsed.value };
  if (parsed.kind === 'read') return { experiment: changed, notices: [] };
  const used = linkText(changed, key);
  return { experiment: changed, notices: [valueNotice('changed', key, text, used, parsed.because)] };
}

/** What pairs are applied to. */
type Base = Pick<Link, 'experiment' | 'unknown'>;

/** Unknown keys beyond these are not kept: an address stays one that can be sent. */
const mostUnknown = 20;

/** Puts the known ones of some pairs into an experiment, the last of equal keys winning. */
function withKnown(
  from: Experiment,
  pairs: readonly LinkPair[],
): { readonly experiment: Experiment; readonly notices: readonly Notice[] } {
  let experiment = from;
  const notices: Notice[] = [];
  const seen = new Map<string, string>();
  for (const [key, value] of pinsLast(pairs)) {
    const before = seen.get(key);
    if (before !== undefined && before !== value) notices.push(repeatedNotice(key, before, value));
    seen.set(key, value);
    if (!isParameterKey(key)) continue;
    const applied = withValue(
      before === undefined ? experiment : { ...experiment, [key]: from[key] },
      key,
      value,
    );
    experiment = applied.experiment;
    notices.push(...applied.notices);
  }
  if (seen.has('v') && experiment.v > defaultExperiment.v) {
    notices.push(newerNotice(experiment.v, defaultExperiment.v));
  }
  return { experiment, notices };
}

/** Adds the unknown ones of some pairs to those that are kept. */
function withUnknown(
  kept: readonly LinkPair[],
  pairs: readonly LinkPair[],
): Pick<Link, 'unknown' | 'notices'> {
  const given = new Map(pairs.filter(([key]) => !isParameterKey(key)));
  const all = [...new Map([...kept, ...given])];
  const unknown = all.slice(0, mostUnknown);
  const said = unknown.filter(([key]) => given.has(key)).map(([key, value]) => unknownNotice(key, value));
  const dropped = all.length - unknown.length;
  return { unknown, notices: dropped > 0 ? [...said, manyUnknownNotice(dropped, mostUnknown)] : said };
}

/** What an experiment asks for and does not get. */
function limitsOf(experiment: Experiment, found: FoundGains): Notice[] {
  const notices: Notice[] = [];
  if (experiment.gain === 'paper' && namedGains(experiment, found).paper.unavailable) {
    notices.push(unavailableGainNotice(experiment.f, resolvedGain(experiment, found).toFixed(4)));
  }
  const { limitation } = effectiveSampling(experiment);
  if (limitation) notices.push(limitationNotice(limitation, experiment));
  return notices;
}

/** What a link's pairs start from: a lesson's experiment if they open one. */
function lessonBase(from: Experiment, pairs: readonly LinkPair[]): Experiment {
  const opening = pairs.filter(([key]) => key === 'view' || key === 'lesson');
  const { view, lesson } = withKnown(from, opening).experiment;
  if (view !== 'learn') return from;
  return from.view === 'learn' && from.lesson === lesson ? from : lessonExperiment(lesson, from);
}

/**
 * Changes an experiment by pairs of texts, from wherever they come, and says what was not done as asked. Never throws. A
 * lesson that is opened brings its own settings.
 */
export function changeByPairs(from: Base, given: readonly LinkPair[], found: FoundGains): Link {
  const bounded = boundedPairs(given);
  const known = withKnown(lessonBase(from.experiment, bounded.pairs), bounded.pairs);
  const { unknown, notices } = withUnknown(from.unknown, bounded.pairs);
  const { experiment } = known;
  return {
    experiment,
    unknown,
    notices: [...bounded.notices, ...known.notices, ...notices, ...limitsOf(experiment, found)],
  };
}

/** What pairs say on their own. */
export function parsePairs(pairs: readonly LinkPair[], found: FoundGains): Link {
  return changeByPairs({ experiment: defaultExperiment, unknown: [] }, pairs, found);
}

/**
 * Reads an address from `?` or `#` on. Of what both say the fragment holds, and what only the query says and nobody knows
 * stays there. Never throws: what cannot be read becomes a notice.
 */
export function parseLink(address: string, found: FoundGains = noFoundGains): Link {
  const { pairs, isForeign } = lenience()?.addressPairs(address) ?? { pairs: plainPairs(address) };
  const link = parsePairs(pairs, found);
  return isForeign ? { ...link, unknown: link.unknown.filter(([key]) => !isForeign(key)) } : link;
}

const encoded = (text: string) =>
  encodeURIComponent(wellFormed(text)).replaceAll('%2C', ',').replaceAll('%3A', ':');

/** What a link need not say: the defaults, or those of the lesson it opens. */
const standardOf = ({ view, lesson }: Experiment) =>
  view === 'learn' ? lessonExperiment(lesson) : defaultExperiment;

function pairOf<K extends ParameterKey>(experiment: Experiment, key: K): LinkPair | null {
  const codec = codecs[key];
  const standard = key === 'view' || key === 'lesson' ? defaultExperiment : standardOf(experiment);
  const isStandard = codec.serialize(experiment[key]) === codec.serialize(standard[key]);
  return isStandard ? null : [key, linkText(experiment, key)];
}

/** The link of an experiment, without `#`: only what differs from the defaults, then what was not understood. */
export function formatLink(experiment: Experiment, unknown: readonly LinkPair[] = []): string {
  const known = parameterKeys.map((key) => pairOf(experiment, key)).filter((pair) => pair !== null);
  return [...known, ...unknown].map(([key, value]) => `${encoded(key)}=${encoded(value)}`).join('&');
}
