import type { Sampler } from '#engine/walk/protocol.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { engineOf } from '#experiment/lessons/engineOf.ts';
import { isRotationInvariant } from '#theory/weightLaw.ts';

/** Why an experiment is walked otherwise than its sampler or its branches ask. */
export type Limitation =
  /** Matrix-free laws are known for Gaussian and orthogonal weights only. */
  | 'freeWeights'
  /** Walks that share a network need its matrices. */
  | 'freeEnsemble'
  /** Branches are walked matrix-free. */
  | 'branchesAreFree'
  /** Branches are walked matrix-free, which these weights cannot be: they are left out. */
  | 'branchWeights'
  | 'branchEnsemble'
  /** Weight gradients are walked in plain networks only: branches are left out. */
  | 'branchPass';

/** How an experiment is walked. */
export interface EffectiveSampling {
  readonly sampler: Sampler;
  readonly residual: number;
  /** Null where all is done as asked. */
  readonly limitation: Limitation | null;
}

/** The sampler and the branches that an experiment's walks have; what cannot be done as asked is limited, never silent. */
export function effectiveSampling(experiment: Experiment): EffectiveSampling {
  const { sampler, residual, weights, ensemble, pass } = experiment;
  // Plain networks are trained, by matrices: neither choice means anything there.
  if (engineOf(experiment) === 'train') return { sampler: 'matrices', residual: 0, limitation: null };
  const hasLaw = isRotationInvariant(weights);
  const isShared = ensemble === 'inputs';
  if (residual > 0) {
    const plain = (limitation: Limitation): EffectiveSampling => ({
      sampler: hasLaw && !isShared ? sampler : 'matrices',
      residual: 0,
      limitation,
    });
    if (!hasLaw) return plain('branchWeights');
    if (isShared) return plain('branchEnsemble');
    if (pass === 'weights') return plain('branchPass');
    return { sampler: 'free', residual, limitation: sampler === 'free' ? null : 'branchesAreFree' };
  }
  if (sampler === 'free' && !hasLaw) return { sampler: 'matrices', residual, limitation: 'freeWeights' };
  if (sampler === 'free' && isShared) return { sampler: 'matrices', residual, limitation: 'freeEnsemble' };
  return { sampler, residual, limitation: null };
}
