import { meanField } from './meanField.ts';
import { nonlinearities } from './nonlinearity.ts';
import { residualTheory } from './residualTheory.ts';
import { stepLaw } from './stepLaw.ts';
import { typicalActivations } from './typicalActivations.ts';
import type { WalkTheory, WalkTheorySettings } from './walkMoments.ts';
import { isRotationInvariant } from './weightLaw.ts';

/** Independent equal steps: mean and variance grow in proportion to k. */
function homogeneousTheory(settings: WalkTheorySettings): WalkTheory | null {
  const { nonlinearity, weights, pass, depth, width, gain, biasDeviation } = settings;
  const gaussianLike = isRotationInvariant(weights) ? weights : 'gaussian';
  const law = stepLaw(nonlinearity, gaussianLike, width);
  if (!law || biasDeviation > 0) return null;
  const kind = gaussianLike === weights ? 'exact' : 'approximate';
  const length = { length: depth + 1 };
  if (pass === 'weights') {
    // A network's two passes share their matrices in a way that has no known sum (docs/MODEL.md, "Three passes").
    const isStill = nonlinearity === 'linear' && weights === 'orthogonal';
    const variance = isStill ? new Float64Array(depth + 1) : null;
    return { kind, mean: new Float64Array(depth + 1), variance };
  }
  const drift = 2 * Math.log(gain) + law.mean;
  return {
    kind,
    mean: Float64Array.from(length, (_, k) => k * drift),
    variance: Float64Array.from(length, (_, k) => k * law.variance),
  };
}

function meanFieldTheory(settings: WalkTheorySettings): WalkTheory {
  const { nonlinearity, pass, depth } = settings;
  const { backwardSteps, stepVariances } = meanField(settings);
  const backward = new Float64Array(depth + 1);
  const variance = new Float64Array(depth + 1);
  for (let k = 1; k <= depth; k++) {
    backward[k] = (backward[k - 1] ?? 0) + (backwardSteps[depth - k] ?? 0);
    variance[k] = (variance[k - 1] ?? 0) + (stepVariances[depth - k] ?? 0);
  }
  if (pass === 'backward') return { kind: 'approximate', mean: backward, variance };
  const activations = typicalActivations(settings);
  const h = (d: number) => activations[d] ?? 0;
  if (pass === 'forward') {
    const forward = backward.map((_, k) => h(k) - h(0));
    return {
      kind: 'approximate',
      mean: forward,
      variance: nonlinearities[nonlinearity].homogeneous ? variance : null,
    };
  }
  const weights = backward.map((_, k) =>
    k === 0 ? 0 : (backward[k - 1] ?? 0) + h(depth - k) - h(depth - 1),
  );
  return { kind: 'approximate', mean: weights, variance: null };
}

/**
 * Mean and variance of ln Z along a walk: exact for homogeneous f without biases and Gaussian or orthogonal
 * weights in a plain network, mean field otherwise. Depth 1..1000, width 1..1024, gain above 0. Source: docs/MODEL.md.
 */
export function walkTheory(settings: WalkTheorySettings): WalkTheory {
  if (settings.residual) return residualTheory(settings, settings.residual);
  return homogeneousTheory(settings) ?? meanFieldTheory(settings);
}
