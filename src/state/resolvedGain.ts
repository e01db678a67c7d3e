import type { GainSetting } from '#theory/driftPerLayer.ts';
import { type GainName, gainNames, type NamedGain, namedGain } from '#theory/namedGain.ts';
import type { Experiment } from './experiment.ts';
import { gainSetting } from './gainSetting.ts';
import { memoizeLast } from './memoizeLast.ts';

const everyGain = memoizeLast((setting: GainSetting): Readonly<Record<GainName, NamedGain>> => {
  const [auto, paper, he, lecun, wrong] = gainNames.map((name) => namedGain(name, setting));
  if (!auto || !paper || !he || !lecun || !wrong) throw new Error('A gain has no rule.');
  return { auto, paper, he, lecun, wrong };
});

/** The value of every named gain for an experiment's depth, width and nonlinearity. */
export function namedGains(experiment: Experiment): Readonly<Record<GainName, NamedGain>> {
  return everyGain(gainSetting(experiment));
}

/** The gain an experiment runs with, as a number. */
export function resolvedGain(experiment: Experiment): number {
  const { gain } = experiment;
  return typeof gain === 'number' ? gain : namedGains(experiment)[gain].value;
}
