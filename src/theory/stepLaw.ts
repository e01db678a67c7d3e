import { activeUnits } from './activeUnits.ts';
import { type Cumulants, combineCumulants, mixCumulants } from './cumulants.ts';
import { laplaceStepLaw } from './laplaceStepLaw.ts';
import { logChiSquare } from './logChiSquare.ts';
import { leakySlope, type Nonlinearity } from './nonlinearity.ts';
import type { WeightLaw } from './weightLaw.ts';

/** Cumulants of ln z, one layer's growth of the squared norm at unit gain, over living layers. */
export type StepLaw = Cumulants;

const still: StepLaw = { mean: 0, variance: 0, cumulant3: 0, cumulant4: 0 };
const scale = (width: number): Cumulants => ({ ...still, mean: -Math.log(width) });

function linearStep(width: number): StepLaw {
  return combineCumulants(logChiSquare(width), scale(width));
}

function reluStep(width: number): StepLaw {
  const parts = Array.from(activeUnits(width), (weight, i) => ({ weight, m: i + 1 }))
    .filter(({ weight }) => weight > 1e-25)
    .map(({ weight, m }) => ({ weight, cumulants: logChiSquare(m) }));
  return combineCumulants(mixCumulants(parts), scale(width));
}

function leakyStep(width: number): StepLaw {
  return laplaceStepLaw(
    [
      { square: 1, probability: 0.5 },
      { square: leakySlope ** 2, probability: 0.5 },
    ],
    width,
  );
}

const gaussianSteps: Partial<Record<Nonlinearity, (width: number) => StepLaw>> = {
  linear: linearStep,
  relu: reluStep,
  leaky: leakyStep,
};

const known = new Map<string, StepLaw | null>();

function computeStepLaw(nonlinearity: Nonlinearity, weights: WeightLaw, width: number): StepLaw | null {
  const gaussian = gaussianSteps[nonlinearity]?.(width);
  if (!gaussian) return null;
  if (weights === 'gaussian') return gaussian;
  if (weights !== 'orthogonal') return null;
  if (nonlinearity === 'linear' || (width === 1 && nonlinearity === 'relu')) return still;
  // A Gaussian vector's norm and direction are independent; the orthogonal step has the direction only.
  return combineCumulants(gaussian, linearStep(width), -1);
}

/**
 * The exact law of one step for homogeneous f without biases and Gaussian or orthogonal weights; null where no
 * exact law is known. ReLU: over layers with at least one active unit. Source: docs/MODEL.md, "One step".
 */
export function stepLaw(nonlinearity: Nonlinearity, weights: WeightLaw, width: number): StepLaw | null {
  const key = `${nonlinearity} ${weights} ${width}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const law = computeStepLaw(nonlinearity, weights, width);
  known.set(key, law);
  return law;
}
