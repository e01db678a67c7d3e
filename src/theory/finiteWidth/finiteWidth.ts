import { blockTheory } from '#theory/blockTheory.ts';
import { isOfBlocks } from '#theory/isOfBlocks.ts';
import type { LateTheory } from '#theory/lateTheory.ts';
import { meanFieldMean } from '#theory/meanFieldMean.ts';
import { stepLaw } from '#theory/stepLaw.ts';
import type { WalkTheory, WalkTheorySettings } from '#theory/walkMoments.ts';
import { isRotationInvariant } from '#theory/weightLaw.ts';
import { driftRoot } from './driftRoot.ts';
import { exactBlocks } from './exactBlocks.ts';
import { finiteGain } from './finiteGain.ts';
import { type FiniteTheory, finiteTheory, finiteTheoryInPieces } from './finiteTheory.ts';
import { meanDrift } from './meanDrift.ts';
import { meanFieldDrift } from './meanFieldDrift.ts';
import { orderOne } from './orderOne.ts';
import { layeredSetting, unequalFinite } from './unequalFinite.ts';

/** Weight gradients of one unit: a_d delta_d is the same in every layer, so that W_D^2/W_d^2 is left; other weights than Gaussian have none of their own. */
function singleUnit({ depth, weights }: WalkTheorySettings): WalkTheory {
  const mean = new Float64Array(depth + 1);
  if (weights !== 'gaussian')
    return { kind: weights === 'orthogonal' ? 'exact' : 'mean-field', mean, variance: null };
  return { kind: 'exact', mean, variance: mean.map((_, k) => (k > 1 ? Math.PI ** 2 : 0)) };
}

/** What was last worked out in pieces, by its settings, for whoever asks for it next. */
const prepared = new Map<string, FiniteTheory | null>();

/** Theory of all that has no exact law. */
export const finiteWidth: LateTheory = {
  walk(settings) {
    if (isOfBlocks(settings)) return exactBlocks(settings) ?? blockTheory(settings);
    const { pass } = settings;
    const mean = () => meanFieldMean(settings, pass);
    const ready = prepared.get(JSON.stringify(settings));
    const theory = ready === undefined ? finiteTheory(settings, pass) : ready;
    return theory ?? { kind: 'mean-field', mean: mean(), variance: null };
  },
  *prepare(settings) {
    const key = JSON.stringify(settings);
    if (prepared.has(key)) return;
    yield;
    if (isOfBlocks(settings)) return;
    const theory = yield* finiteTheoryInPieces(settings, settings.pass);
    prepared.clear();
    prepared.set(key, theory);
  },
  flat(settings) {
    const { nonlinearity, weights, width, depth } = settings;
    if (width === 1) return singleUnit(settings);
    const { variance, spread, pull, step } = orderOne(settings, 'weights');
    const law = stepLaw(nonlinearity, isRotationInvariant(weights) ? weights : 'gaussian', width);
    // The steps are known exactly: narrow ones are wider than c/N.
    const wider = law && step > 0 ? law.variance / step : 1;
    const mean = new Float64Array(depth + 1);
    return { kind: 'order-1/N', mean, variance: variance.map((v) => wider * v), spread, pull };
  },
  drift: meanDrift,
  gain(setting) {
    const { value, drifts } = driftRoot(
      (gain) => meanFieldDrift({ ...setting, gain }) / setting.depth,
      setting.depth,
    );
    const rough = { value, kind: 'approximate', ...(drifts ? { drifts } : {}) } as const;
    return finiteGain(setting, value) ?? rough;
  },
  unequal(asked) {
    const setting = layeredSetting(asked);
    const theory = asked.pass === 'backward' ? finiteTheory(setting, 'backward') : null;
    return theory && unequalFinite(setting, theory);
  },
  unequalGain: (setting, rough) =>
    finiteGain(layeredSetting({ ...setting, gain: rough }), rough)?.value ?? null,
};
