import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { namedGains } from '#experiment/gains.ts';
import { largestGain, smallestGain } from '#experiment/schema/networkRows.ts';
import { sweptExperiment } from './sweepPoint.ts';

/** A gain as the link holds it. */
export const linkGain = (gain: number) =>
  Number(Math.max(smallestGain, Math.min(largestGain, gain)).toPrecision(6));

/** The named gains of a sweep's experiment, whatever gain it has itself. */
export const sweptGains = (experiment: Experiment, found: FoundGains) =>
  namedGains(sweptExperiment(experiment), found);

/** The gain that a sweep is laid around: g*, or as near to it as the link's range leaves room above. */
export function centreGain(experiment: Experiment, found: FoundGains, room: number): number {
  return Math.min(sweptGains(experiment, found).auto.value, largestGain / room);
}
