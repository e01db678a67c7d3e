import type { Experiment } from '#experiment/experiment.ts';
import { shareDead } from '#theory/shareDead.ts';
import { type DensitySetting, type WalkDensity, walkDensity } from '#theory/walkDensity.ts';
import { type WalkTheory, type WalkTheorySettings, walkTheory } from '#theory/walkTheory.ts';
import { effectiveSampling } from './effectiveSampling.ts';
import { gainSetting } from './gainSetting.ts';
import { memoizeLast } from './memoizeLast.ts';
import { resolvedGain } from './resolvedGain.ts';

/** One memory a pass: the train view shows all three at once. */
const rememberedTheory = {
  backward: memoizeLast((settings: WalkTheorySettings) => walkTheory(settings)),
  forward: memoizeLast((settings: WalkTheorySettings) => walkTheory(settings)),
  weights: memoizeLast((settings: WalkTheorySettings) => walkTheory(settings)),
} as const;
const rememberedDensity = memoizeLast((setting: DensitySetting) => walkDensity(setting));

/** What theory says of an experiment's walks, [depth + 1]. */
export function theoryOf(experiment: Experiment): WalkTheory {
  const { pass } = experiment;
  const { residual } = effectiveSampling(experiment);
  return rememberedTheory[pass]({
    ...gainSetting(experiment),
    residual,
    pass,
    gain: resolvedGain(experiment),
  });
}

/** The exact density of ln Z at the last layer; null where none is known. */
export function densityOf(experiment: Experiment): WalkDensity | null {
  const { f: nonlinearity, weights, depth, width, pass } = experiment;
  if (pass === 'weights' || theoryOf(experiment).kind !== 'exact') return null;
  return rememberedDensity({ nonlinearity, weights, depth, width, gain: resolvedGain(experiment) });
}

/** The expected share of dead walks; null where the theory does not hold. */
export function shareDeadOf(experiment: Experiment): number | null {
  const { f, pass, depth, width, weights, bias } = experiment;
  if (f !== 'relu' || effectiveSampling(experiment).residual > 0) return 0;
  const independentSigns = weights === 'gaussian' || weights === 'orthogonal';
  return independentSigns && bias === 0 ? shareDead(f, pass, depth, width) : null;
}
