import { unitMoments } from './unitMoments.ts';
import type { WalkTheory, WalkTheorySettings } from './walkMoments.ts';

/** ln of what a squared norm is multiplied by in the branch from h_(d-1) to h_d. */
interface BranchGrowth {
  readonly forward: number;
  readonly backward: number;
}

/**
 * Mean field of residual branches h_d = h_(d-1) + alpha f(a_d): units of mean m and mean square q grow to
 * q + 2 alpha m E f + alpha^2 E f^2, the gradient dE/dh by 1 + alpha^2 g^2 E f'^2. Terms of order 1/N are left out.
 */
function branchGrowths(settings: WalkTheorySettings, residual: number): BranchGrowth[] {
  const { nonlinearity, depth, gain, inputScale, biasDeviation } = settings;
  const growths: BranchGrowth[] = [];
  let [logQ, meanOverRoot] = [2 * Math.log(inputScale), 0];
  for (let d = 1; d <= depth; d++) {
    const driven = 2 * Math.log(gain) + logQ;
    const noise = biasDeviation > 0 ? 2 * Math.log(biasDeviation) : Number.NEGATIVE_INFINITY;
    const logA = Math.max(driven, noise) + Math.log1p(Math.exp(-Math.abs(driven - noise)));
    const { meanOverDeviation, logGrowth, logSlope } = unitMoments(nonlinearity, logA);
    // E f and E f^2 in units of q, which itself leaves float64 within some hundred layers.
    const mean = meanOverDeviation * Math.exp((logA - logQ) / 2);
    const square = Math.exp(logGrowth + logA - logQ);
    const forward = Math.log(1 + 2 * residual * meanOverRoot * mean + residual ** 2 * square);
    const backward = Math.log1p(residual ** 2 * gain ** 2 * Math.exp(logSlope));
    growths.push({ forward, backward });
    logQ += forward;
    meanOverRoot = (meanOverRoot + residual * mean) * Math.exp(-forward / 2);
  }
  return growths;
}

/** Mean of ln Z in a residual network by mean field; its variance has no formula here. Source: docs/MODEL.md. */
export function residualTheory(settings: WalkTheorySettings, residual: number): WalkTheory {
  const growths = branchGrowths(settings, residual);
  const mean = new Float64Array(settings.depth + 1);
  for (let k = 1; k <= settings.depth; k++) {
    const branch =
      settings.pass === 'forward' ? growths[k - 1]?.forward : growths[settings.depth - k]?.backward;
    mean[k] = (mean[k - 1] ?? 0) + (branch ?? 0);
  }
  return { kind: 'mean-field', mean, variance: null };
}
