import type { Sampler } from '#engine/walk/protocol.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { engineOf } from '#experiment/lessons/engineOf.ts';
import type { Norm } from '#theory/norm.ts';
import { isRotationInvariant } from '#theory/weightLaw.ts';

/** Why an experiment is walked, or trained, otherwise than it asks. */
export type Limitation =
  /** Matrix-free laws are known for Gaussian and orthogonal weights only. */
  | 'freeWeights'
  /** Walks that share a network need its matrices. */
  | 'freeEnsemble'
  /** The matrix-free law needs a fresh matrix in every layer. */
  | 'freeTied'
  /** Weight gradients of branches are walked by matrices. */
  | 'freeBranchPass';

/** How an experiment is walked. */
export interface EffectiveSampling {
  readonly sampler: Sampler;
  readonly residual: number;
  readonly tied: number;
  readonly norm: Norm;
  /** Null where all is done as asked. */
  readonly limitation: Limitation | null;
}

/** Why an experiment's walks need matrices; null where they do not. */
export function matrixReason({
  residual,
  tied,
  weights,
  ensemble,
  pass,
}: Pick<Experiment, 'residual' | 'tied' | 'weights' | 'ensemble' | 'pass'>): Limitation | null {
  if (tied === 1) return 'freeTied';
  if (!isRotationInvariant(weights)) return 'freeWeights';
  if (ensemble === 'inputs') return 'freeEnsemble';
  return residual > 0 && pass === 'weights' ? 'freeBranchPass' : null;
}

/** How an experiment's walks are made, or its training; what cannot be done as asked is limited, never silent. */
export function effectiveSampling(experiment: Experiment): EffectiveSampling {
  const { sampler, residual, tied, norm } = experiment;
  // Training is by matrices: the sampler means nothing there.
  const isWalked = engineOf(experiment) !== 'train';
  const limitation = isWalked && sampler === 'free' ? matrixReason(experiment) : null;
  const isFree = isWalked && sampler === 'free' && limitation === null;
  return { sampler: isFree ? 'free' : 'matrices', residual, tied, norm, limitation };
}
