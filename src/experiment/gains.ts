import type { FoundGain, GainSearch } from '#engine/walk/protocol.ts';
import { gainSetting } from '#experiment/derived/gainSetting.ts';
import { oncePer, oncePerExperiment, oncePerKey } from '#experiment/derived/oncePer.ts';
import type { GainSetting } from '#theory/driftPerLayer.ts';
import { lateTheory, type NamedGain } from '#theory/lateTheory.ts';
import { everyNamedGain, type GainName } from '#theory/namedGain.ts';
import { isRotationInvariant } from '#theory/weightLaw.ts';
import type { Experiment } from './experiment.ts';
import { type FoundGains, foundGain } from './foundGains.ts';

/** A named gain by theory, or, where only walks can tell, as the engine found it. */
export type StatedGain =
  | NamedGain
  | (FoundGain & { readonly kind: 'sampled'; readonly unavailable?: true; readonly drifts?: true });

export type StatedGains = Readonly<Record<GainName, StatedGain>>;

/** The named gains of a setting: the same while only the gain is dragged or a sweep is planned anew, and other ones once the late theory is there. */
const gainsOfSetting = oncePerKey(
  (setting: GainSetting) => `${lateTheory() !== null} ${JSON.stringify(setting)}`,
  everyNamedGain,
);

/** The named gains by theory alone. */
const gainsByTheory = oncePer((experiment: Experiment) => gainsOfSetting(gainSetting(experiment)));

/** The search that an experiment's g* needs: no theory holds there, and its weights can be walked without matrices. */
export function gainSearch(experiment: Experiment): GainSearch | null {
  const setting = gainSetting(experiment);
  if (!isRotationInvariant(setting.weights)) return null;
  const { kind, value } = gainsByTheory(experiment).auto;
  return kind === 'approximate' ? { ...setting, start: value } : null;
}

/** How g* is known: by theory, by walks, or by mean field only, while walks are finding it or for good. */
export function bestGainStatus(
  experiment: Experiment,
  found: FoundGains,
): 'exact' | 'order-1/N' | 'two-number' | 'sampled' | 'sought' | 'approximate' {
  const { kind } = namedGains(experiment, found).auto;
  if (kind !== 'approximate' && kind !== 'formula') return kind;
  return openSearch(experiment, found) ? 'sought' : 'approximate';
}

/** Whether an experiment runs with a gain that follows from g*. */
function dependsOnBest(experiment: Experiment): boolean {
  const { gain } = experiment;
  if (gain === 'auto' || gain === 'wrong') return true;
  return gain === 'paper' && gainsByTheory(experiment).paper.unavailable === true;
}

/** The search whose answer an experiment's gain waits for; null where it needs none, or is answered. */
export function openSearch(experiment: Experiment, found: FoundGains): GainSearch | null {
  const search = dependsOnBest(experiment) ? gainSearch(experiment) : null;
  return search && foundGain(found, search) === undefined ? search : null;
}

/** The value of every named gain for an experiment's depth, width and nonlinearity; g* is mean field's until it is found. */
export const namedGains = oncePerExperiment((experiment, found): StatedGains => {
  const gains = gainsByTheory(experiment);
  const search = gainSearch(experiment);
  const answer = search && foundGain(found, search);
  if (!answer) return gains;
  const sampled = { ...answer, kind: 'sampled' } as const;
  const root = Math.sqrt(experiment.width);
  return {
    ...gains,
    auto: sampled,
    wrong: { kind: 'sampled', value: answer.value / root, error: answer.error / root },
    ...(gains.paper.unavailable ? { paper: { ...sampled, unavailable: true } } : {}),
  };
});

/** The gain an experiment runs with, as a number. */
export function resolvedGain(experiment: Experiment, found: FoundGains): number {
  const { gain } = experiment;
  return typeof gain === 'number' ? gain : namedGains(experiment, found)[gain].value;
}
