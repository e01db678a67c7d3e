import { combineCumulants } from '#theory/cumulants.ts';
import { logChiSquare } from '#theory/logChiSquare.ts';
import { logSum } from '#theory/logSum.ts';
import { narrowest } from '#theory/narrowest.ts';
import { unitMoments } from '#theory/unitMoments.ts';
import type { WalkTheory, WalkTheorySettings } from '#theory/walkMoments.ts';
import type { LogLaw } from './chain/logSumLaw.ts';
import { createSumLaws } from './chain/sumLaws.ts';
import { poissonMixture } from './poissonMixture.ts';

/**
 * The step of a linear stream, |u + (beta/sqrt N) e|^2 for a unit vector u and e ~ N(0, I): beta^2/N of a noncentral chi^2_N, which is a
 * chi^2_(N + 2 J) of a Poisson J of mean N/(2 beta^2).
 */
function linearStep(width: number, beta: number): LogLaw {
  const law = poissonMixture(width / (2 * beta * beta), (count) => logChiSquare(width + 2 * count));
  return combineCumulants(law, {
    mean: 2 * Math.log(beta) - Math.log(width),
    variance: 0,
    cumulant3: 0,
    cumulant4: 0,
  });
}

/** Branches of linear units: W h is a Gaussian vector of |h|'s length whatever h is, and so is W^T delta. */
function linearStream({ depth, width, gain, residual = 0 }: WalkTheorySettings): WalkTheory {
  const step = linearStep(width, residual * gain);
  const along = (slope: number) => Float64Array.from({ length: depth + 1 }, (_, k) => k * slope);
  return { kind: 'exact', mean: along(step.mean), variance: along(step.variance) };
}

/** ln of |f|^2/N over units of a Gaussian pre-activation. */
function activationLaw({ nonlinearity, width }: WalkTheorySettings, logVariance: number): LogLaw {
  const { activation } = createSumLaws(nonlinearity, width)(logVariance);
  const mean = logVariance + unitMoments(nonlinearity, logVariance).logGrowth + activation.mean;
  return { mean, variance: activation.variance };
}

/** Behind a norm every vector has the length sqrt(N), so that all layers' units are independent and N(0, g^2 + b^2): the last one's, over the first. */
function normedActivations(settings: WalkTheorySettings): WalkTheory {
  const { depth, gain, inputScale, biasDeviation } = settings;
  const given = activationLaw(settings, 2 * Math.log(inputScale));
  const own = activationLaw(settings, logSum(2 * Math.log(gain), 2 * Math.log(biasDeviation)));
  const constant = (value: number) =>
    Float64Array.from({ length: depth + 1 }, (_, k) => (k === 0 ? 0 : value));
  return {
    kind: 'exact',
    mean: constant(own.mean - given.mean),
    variance: constant(own.variance + given.variance),
  };
}

/**
 * What is exact of residual and normalised networks, Gaussian weights: linear branches without a norm, both ways (biases leave the gradient
 * alone), and the activations of plain normalised networks of `narrowest` units or more; else null. Source: docs/MODEL.md, "What is exact".
 */
export function exactBlocks(settings: WalkTheorySettings): WalkTheory | null {
  const { nonlinearity, weights, pass, width, biasDeviation, residual = 0, norm = 'none' } = settings;
  if (weights !== 'gaussian') return null;
  if (norm === 'none') {
    const isKnown = pass === 'backward' || (pass === 'forward' && biasDeviation === 0);
    return nonlinearity === 'linear' && isKnown ? linearStream(settings) : null;
  }
  return residual === 0 && pass === 'forward' && width >= narrowest ? normedActivations(settings) : null;
}
