import { pathLimit, type WalkSettings } from '#engine/walk/protocol.ts';
import { matrixReason } from '#experiment/derived/effectiveSampling.ts';
import { walkSettings } from '#experiment/derived/walkSettings.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { engineOf } from '#experiment/lessons/engineOf.ts';

/** An experiment with one matrix in every layer where it has new ones, and the other way round. */
export const otherKind = (experiment: Experiment): Experiment => ({
  ...experiment,
  tied: experiment.tied === 1 ? 0 : 1,
});

/**
 * Walks of the other kind of network at equal settings, the same gain and seed among them; null where none are asked for. As many as there are,
 * but for those that are not drawn; matrix-free where that is the same in law.
 */
export function otherKindSettings(experiment: Experiment, found: FoundGains): WalkSettings | null {
  if (experiment.contrast === 0 || engineOf(experiment) !== 'walk') return null;
  const other = otherKind(experiment);
  const sampler = matrixReason(other) ? 'matrices' : 'free';
  return { ...walkSettings(other, found), sampler, walks: Math.min(experiment.walks, pathLimit) };
}
