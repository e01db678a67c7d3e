import type { Hideable } from '#experiment/experiment.ts';
import { useExperiment } from '#ui/page/PageContext.ts';

/** Whether the link leaves a control or panel out; a name that cannot be hidden never is. */
export function useHidden(): (name: Hideable | (string & {})) => boolean {
  const { hide } = useExperiment();
  return (name) => hide.some((hidden) => hidden === name);
}
