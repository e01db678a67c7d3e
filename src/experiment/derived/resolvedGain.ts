import type { FoundGain, GainSearch } from '#engine/walk/protocol.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { GainSetting } from '#theory/driftPerLayer.ts';
import { type GainName, gainNames, type NamedGain, namedGain } from '#theory/namedGain.ts';
import { nonlinearities } from '#theory/nonlinearity.ts';
import { foundGain } from './foundGains.ts';
import { gainSetting } from './gainSetting.ts';
import { memoizeLast } from './memoizeLast.ts';

/** A named gain by theory, or, where only walks can tell, as the engine found it. */
export type StatedGain =
  | NamedGain
  | (FoundGain & { readonly kind: 'sampled'; readonly unavailable?: true; readonly drifts?: true });

type StatedGains = Readonly<Record<GainName, StatedGain>>;

const everyGain = memoizeLast((setting: GainSetting): Readonly<Record<GainName, NamedGain>> => {
  const [auto, paper, he, lecun, wrong] = gainNames.map((name) => namedGain(name, setting));
  if (!auto || !paper || !he || !lecun || !wrong) throw new Error('A gain has no rule.');
  return { auto, paper, he, lecun, wrong };
});

/** The search that an experiment's g* needs: no exact law, and weights that can be walked without matrices. */
export function gainSearch(experiment: Experiment): GainSearch | null {
  const setting = gainSetting(experiment);
  const { nonlinearity, weights, biasDeviation } = setting;
  if (weights !== 'gaussian' && weights !== 'orthogonal') return null;
  if (nonlinearities[nonlinearity].homogeneous && biasDeviation === 0) return null;
  return { ...setting, start: everyGain(setting).auto.value };
}

/** How g* is known: by theory, by walks, or by mean field only, while walks are finding it or for good. */
export function bestGainStatus(experiment: Experiment): 'exact' | 'sampled' | 'sought' | 'approximate' {
  const { kind } = namedGains(experiment).auto;
  if (kind === 'exact' || kind === 'sampled') return kind;
  const search = dependsOnBest(experiment) ? gainSearch(experiment) : null;
  return search && foundGain(search) === undefined ? 'sought' : 'approximate';
}

/** Whether an experiment runs with a gain that follows from g*. */
export function dependsOnBest(experiment: Experiment): boolean {
  const { gain } = experiment;
  if (gain === 'auto' || gain === 'wrong') return true;
  return gain === 'paper' && everyGain(gainSetting(experiment)).paper.unavailable === true;
}

/** The value of every named gain for an experiment's depth, width and nonlinearity; g* is mean field's until it is found. */
export function namedGains(experiment: Experiment): StatedGains {
  const gains = everyGain(gainSetting(experiment));
  const search = gainSearch(experiment);
  const found = search && foundGain(search);
  if (!found) return gains;
  const sampled = { ...found, kind: 'sampled' } as const;
  const root = Math.sqrt(experiment.width);
  return {
    ...gains,
    auto: sampled,
    wrong: { kind: 'sampled', value: found.value / root, error: found.error / root },
    ...(gains.paper.unavailable ? { paper: { ...sampled, unavailable: true } } : {}),
  };
}

/** The gain an experiment runs with, as a number. */
export function resolvedGain(experiment: Experiment): number {
  const { gain } = experiment;
  return typeof gain === 'number' ? gain : namedGains(experiment)[gain].value;
}
