import type { UnequalSetting, UnequalTheory } from '#theory/unequalWidths.ts';
import { stepVariances } from './chain/stepVariances.ts';
import { forwardMoments } from './forwardMoments.ts';
import { type FiniteSetting, meanPath } from './meanPath.ts';

/** The setting as layers know it; `width` is theirs where they have none of their own. */
export function layeredSetting({ nonlinearity, widths, scaling, ...setting }: Omit<UnequalSetting, 'pass'>) {
  const { gain, inputScale, biasDeviation } = setting;
  const [width = 1] = widths;
  const depth = widths.length - 1;
  return {
    nonlinearity,
    weights: 'gaussian',
    depth,
    width,
    gain,
    inputScale,
    biasDeviation,
    widths,
    scaling,
  } as const satisfies FiniteSetting;
}

/**
 * Variance of each step to order 1/N, by the layer it lands in: units' noise, and what the variance of the layer's v makes of its mean.
 */
function firstStepVariances(setting: FiniteSetting): readonly number[] {
  const layers = meanPath(setting);
  const { variance } = forwardMoments(layers);
  return layers
    .slice(0, -1)
    .map(
      ({ width, moments, noise }, d) => noise.gradient / width + moments.slopeSlope ** 2 * (variance[d] ?? 0),
    );
}

/**
 * The gradient's ln Z through unequal widths, step by step, the theory of finite width that holds for the whole being given.
 * Source: docs/MODEL.md, "Finite width".
 */
export function unequalFinite(
  setting: FiniteSetting & Pick<UnequalSetting, 'widths'>,
  { kind, mean, variance }: Omit<UnequalTheory, 'steps'>,
): UnequalTheory {
  const ofSteps = kind === 'order-1/N' ? firstStepVariances(setting) : stepVariances(setting);
  const steps = ofSteps.map((own, d) => {
    const k = setting.depth - d;
    const step = (mean[k] ?? Number.NaN) - (mean[k - 1] ?? Number.NaN);
    return { width: setting.widths[d] ?? Number.NaN, mean: step, variance: own };
  });
  return { kind, steps: steps.toReversed(), mean, variance };
}
