import { type ParameterKey, parameterKeys } from '#experiment/experiment.ts';
import type { Parameter } from '#experiment/schema/parameter.ts';
import { schema } from '#experiment/schema.ts';

/** Whether a parameter is one of the network, its walks or its training: what a pin states. */
function isPinned(key: ParameterKey): boolean {
  const { restarts, tunes, setting }: Parameter = schema[key];
  return setting !== null && (tunes !== undefined || restarts.some((run) => run !== 'sweep'));
}

/** The keys of a pin, in the order of the link. */
export const pinKeys = (): readonly ParameterKey[] => parameterKeys.filter(isPinned);
