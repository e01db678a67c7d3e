import { type Nonlinearity, nonlinearities } from './nonlinearity.ts';
import { unitMoments } from './unitMoments.ts';
import type { WeightLaw } from './weightLaw.ts';

/**
 * c in Var ln Z ~ c D/N to leading order, 3 E f'^4 / (E f'^2)^2 - 1, two less for orthogonal weights; for homogeneous f,
 * where it depends on no scale, else null. Source: docs/MODEL.md, "One step".
 */
export function varianceCoefficient(nonlinearity: Nonlinearity, weights: WeightLaw): number | null {
  if (!nonlinearities[nonlinearity].homogeneous) return null;
  const { varianceCoefficient: gaussian } = unitMoments(nonlinearity, 0);
  return weights === 'orthogonal' ? Math.max(0, gaussian - 2) : gaussian;
}

/** Var ln Z of P = D N^2 parameters spent on depth D, c D^(3/2)/sqrt(P), to leading order. */
export function budgetVariance(coefficient: number, depth: number, parameters: number): number {
  return (coefficient * depth ** 1.5) / Math.sqrt(parameters);
}
