import type { Nonlinearity } from './nonlinearity.ts';
import { stepLaw } from './stepLaw.ts';

/** A network of Gaussian weights whose layers have widths of their own. */
export interface UnequalSetting {
  readonly nonlinearity: Nonlinearity;
  readonly pass: 'backward' | 'forward';
  /** n_0..n_D, two or more. */
  readonly widths: readonly number[];
  /** W_d has entries of variance 1/n_(d-1) (fan-in) or 1/n_d (fan-out). */
  readonly scaling: 'fanin' | 'fanout';
  readonly gain: number;
  readonly inputScale: number;
  readonly biasDeviation: number;
}

/** Of homogeneous f the input's scale plays no part. */
type HomogeneousSetting = Omit<UnequalSetting, 'inputScale' | 'biasDeviation'> &
  Partial<Pick<UnequalSetting, 'biasDeviation'>>;

/** One step of the walk, in the walk's order. */
export interface UnequalStep {
  /** Units of the layer that the step lands in. */
  readonly width: number;
  readonly mean: number;
  readonly variance: number;
}

export interface UnequalTheory {
  readonly kind: 'exact' | 'order-1/N' | 'two-number';
  /** Step k is entry k - 1, [depth]. */
  readonly steps: readonly UnequalStep[];
  /** Of the walk, [depth + 1]; entry 0 is 0. Exact steps are independent; others are not, and their variances do not add up to it. */
  readonly mean: Float64Array;
  readonly variance: Float64Array;
}

function sums(steps: readonly UnequalStep[], of: (step: UnequalStep) => number): Float64Array {
  const total = new Float64Array(steps.length + 1);
  for (const [i, step] of steps.entries()) total[i + 1] = (total[i] ?? 0) + of(step);
  return total;
}

/**
 * Exact law of ln Z for unequal widths: linear, ReLU and leaky ReLU, with biases for the gradient alone; null for others. A step that lands
 * in n units, through entries of variance v, has the square network's law at N = n, moved by ln(n v); steps are
 * independent. Source: docs/MODEL.md, "Unequal widths".
 */
export function unequalWidths({
  nonlinearity,
  pass,
  widths,
  scaling,
  gain,
  biasDeviation = 0,
}: HomogeneousSetting): UnequalTheory | null {
  if (biasDeviation > 0 && pass === 'forward') return null;
  const depth = widths.length - 1;
  const steps: UnequalStep[] = [];
  for (let k = 1; k <= depth; k++) {
    const matrix = pass === 'backward' ? depth - k + 1 : k;
    const width = widths[pass === 'backward' ? matrix - 1 : matrix] ?? Number.NaN;
    const fan = widths[scaling === 'fanin' ? matrix - 1 : matrix] ?? Number.NaN;
    const law = stepLaw(nonlinearity, 'gaussian', width);
    if (!law) return null;
    steps.push({
      width,
      mean: 2 * Math.log(gain) + Math.log(width / fan) + law.mean,
      variance: law.variance,
    });
  }
  const mean = sums(steps, (step) => step.mean);
  return { kind: 'exact', steps, mean, variance: sums(steps, (step) => step.variance) };
}
