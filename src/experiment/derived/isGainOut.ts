import type { Experiment } from '#experiment/experiment.ts';
import { nonlinearities } from '#theory/nonlinearity.ts';
import { effectiveSampling } from './effectiveSampling.ts';

/** Whether the gain plays no part but for one step: normalisation takes out what a gain puts on homogeneous layers without biases. */
export function isGainOut(experiment: Experiment): boolean {
  const { residual, norm } = effectiveSampling(experiment);
  const { f, bias } = experiment;
  return norm !== 'none' && residual === 0 && bias === 0 && nonlinearities[f].homogeneous;
}
