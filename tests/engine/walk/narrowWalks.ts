import { expect } from 'vitest';
import type { WalkMoments, WalkSettings } from '#engine/walk/protocol.ts';
import { samplerNames } from '#engine/walk/protocol.ts';
import { shareDead } from '#theory/shareDead.ts';
import { stepLaw } from '#theory/stepLaw.ts';
import { walkTheory } from '#theory/walkTheory.ts';
import { plainWalk } from '../../plainWalk.ts';

const base: WalkSettings = { ...plainWalk, depth: 3, gain: 1.3, seed: 41, walks: 2000 };

/** Every kind of walk that has an exact law, at the widths where a layer has next to nothing to average over. */
export const narrowSettings: readonly WalkSettings[] = samplerNames.flatMap((sampler) =>
  (['gaussian', 'orthogonal'] as const).flatMap((weights) =>
    (['linear', 'relu', 'leaky'] as const).flatMap((nonlinearity) =>
      [1, 2, 3].flatMap((width) =>
        (['backward', 'forward'] as const).map((pass) => ({
          ...base,
          sampler,
          weights,
          nonlinearity,
          width,
          pass,
        })),
      ),
    ),
  ),
);

/**
 * The weight gradients of one unit: ln(|dE/dW_(D-k+1)|^2/|dE/dW_D|^2) = ln W_D^2 - ln W_(D-k+1)^2 over living walks, as
 * every other factor is in both. Two independent ln chi^2_1 for Gaussian weights, 0 for orthogonal ones.
 */
export const oneUnitSettings: readonly WalkSettings[] = samplerNames.flatMap((sampler) =>
  (['gaussian', 'orthogonal'] as const).flatMap((weights) =>
    (['linear', 'relu'] as const).map((nonlinearity) => ({
      ...base,
      sampler,
      weights,
      nonlinearity,
      width: 1,
      pass: 'weights' as const,
    })),
  ),
);

export const nameOf = ({ sampler, weights, nonlinearity, width, pass }: WalkSettings) =>
  `${sampler}, ${weights} ${nonlinearity}, N = ${width}, ${pass}`;

/** What was walked: moments over the living, and how many died. */
export interface NarrowEnsemble {
  readonly moments: WalkMoments;
  readonly dead: number;
}

/** A sum of k independent equal steps. */
interface Law {
  readonly mean: number;
  readonly variance: number;
  readonly cumulant4: number;
}

function lawAt(settings: WalkSettings, k: number): Law {
  const step = stepLaw(settings.nonlinearity, settings.weights, settings.width);
  if (!step) throw new Error('No exact law for this test.');
  if (settings.pass === 'weights') {
    const one = stepLaw('linear', settings.weights, 1);
    const terms = k > 1 ? 2 : 0;
    return { mean: 0, variance: terms * (one?.variance ?? 0), cumulant4: terms * (one?.cumulant4 ?? 0) };
  }
  const { mean, variance } = walkTheory(settings);
  return { mean: mean[k] ?? 0, variance: variance?.[k] ?? 0, cumulant4: k * step.cumulant4 };
}

/** Largest rounding error of a walk of three layers in float32, in ln Z. */
const rounding = 1e-4;

/** Mean, variance and share of the dead lie within 4 standard errors of their exact laws. */
export function expectNarrowLaw(settings: WalkSettings, { moments, dead }: NarrowEnsemble): void {
  const { nonlinearity, pass, depth, width, walks } = settings;
  const name = nameOf(settings);
  const share = shareDead(nonlinearity, pass, depth, width);
  const shareError = Math.sqrt((share * (1 - share)) / walks);
  expect(Math.abs(dead / walks - share), `${name}: share of the dead`).toBeLessThanOrEqual(4 * shareError);
  const living = walks - dead;
  for (let k = 1; k <= depth; k++) {
    const law = lawAt(settings, k);
    const meanError = Math.sqrt(law.variance / living);
    // Exact for any law; of two equal points next to nothing is left but the term of order 1/n^2.
    const varianceError = Math.sqrt(
      Math.max(0, law.cumulant4 / living + (2 * law.variance ** 2) / (living - 1)),
    );
    const mean = Math.abs((moments.mean[k] ?? Number.NaN) - law.mean);
    const variance = Math.abs((moments.variance[k] ?? Number.NaN) - law.variance);
    expect(mean, `${name}: mean at k = ${k}`).toBeLessThan(4 * meanError + rounding);
    expect(variance, `${name}: variance at k = ${k}`).toBeLessThan(4 * varianceError + rounding);
  }
}
