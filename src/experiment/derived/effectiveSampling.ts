import type { Norm, Sampler } from '#engine/walk/protocol.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { engineOf } from '#experiment/lessons/engineOf.ts';
import { isRotationInvariant } from '#theory/weightLaw.ts';

/** Why an experiment is walked otherwise than it asks. */
export type Limitation =
  /** Matrix-free laws are known for Gaussian and orthogonal weights only. */
  | 'freeWeights'
  /** Walks that share a network need its matrices. */
  | 'freeEnsemble'
  /** The matrix-free law needs a fresh matrix in every layer. */
  | 'freeTied'
  /** Branches are walked matrix-free. */
  | 'branchesAreFree'
  /** Branches are walked matrix-free, which these weights cannot be: they are left out. */
  | 'branchWeights'
  | 'branchEnsemble'
  /** Branches are walked matrix-free, which one matrix in every layer cannot be: they are left out. */
  | 'branchTied'
  /** Weight gradients are walked in plain networks only: branches are left out. */
  | 'branchPass'
  /** Normalisation is not walked yet: it is left out. */
  | 'normAbsent';

/** How an experiment is walked. */
export interface EffectiveSampling {
  readonly sampler: Sampler;
  readonly residual: number;
  readonly tied: number;
  readonly norm: Norm;
  /** Null where all is done as asked. */
  readonly limitation: Limitation | null;
}

/** The sampler and the branches of a walk. */
function walkedSampling(
  experiment: Experiment,
): Pick<EffectiveSampling, 'sampler' | 'residual' | 'limitation'> {
  const { sampler, residual, tied, weights, ensemble, pass } = experiment;
  const hasLaw = isRotationInvariant(weights);
  const isShared = ensemble === 'inputs';
  if (residual > 0) {
    const plain = (limitation: Limitation) => ({
      sampler: hasLaw && !isShared && tied === 0 ? sampler : ('matrices' as const),
      residual: 0,
      limitation,
    });
    if (!hasLaw) return plain('branchWeights');
    if (isShared) return plain('branchEnsemble');
    if (tied === 1) return plain('branchTied');
    if (pass === 'weights') return plain('branchPass');
    return { sampler: 'free', residual, limitation: sampler === 'free' ? null : 'branchesAreFree' };
  }
  const byMatrices = (limitation: Limitation) => ({ sampler: 'matrices' as const, residual, limitation });
  if (sampler === 'free' && tied === 1) return byMatrices('freeTied');
  if (sampler === 'free' && !hasLaw) return byMatrices('freeWeights');
  if (sampler === 'free' && isShared) return byMatrices('freeEnsemble');
  return { sampler, residual, limitation: null };
}

/** How an experiment's walks are made, or its training; what cannot be done as asked is limited, never silent. */
export function effectiveSampling(experiment: Experiment): EffectiveSampling {
  const { residual, tied, norm } = experiment;
  // Every kind of network is trained, by matrices: the sampler means nothing there.
  if (engineOf(experiment) === 'train')
    return { sampler: 'matrices', residual, tied, norm, limitation: null };
  const walked = walkedSampling(experiment);
  const limitation = walked.limitation ?? (norm === 'none' ? null : 'normAbsent');
  return { ...walked, tied, norm: 'none', limitation };
}
