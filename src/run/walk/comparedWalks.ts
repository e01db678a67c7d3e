import type { FoundGains } from '#experiment/foundGains.ts';
import type { Compared, ComparedRow } from '#run/compare/comparison.ts';
import { walkFacts } from './walkFacts.ts';
import type { WalkRecord } from './walkRecord.ts';

/** The measured columns of a comparison of walks. */
export const walkColumns = ['drift', 'slope', 'factor', 'within', 'dead'] as const;
export type WalkColumn = (typeof walkColumns)[number];

/** The measurements of an experiment's walks so far. */
export function comparedWalk(
  { pin, name, experiment, record }: Compared<WalkRecord>,
  found: FoundGains,
): ComparedRow<WalkColumn> {
  const facts = walkFacts(experiment, found, record);
  return {
    pin,
    name,
    facts: Object.fromEntries(
      walkColumns.map((fact) => [fact, facts[fact].measured]),
    ) as ComparedRow<WalkColumn>['facts'],
    done: record?.walks ?? 0,
    ofAll: record?.settings.walks ?? experiment.walks,
  };
}

/**
 * ln of what the norm of one network is typically multiplied or divided by: half the root mean square of ln Z at the last
 * layer, over living walks. Null before there are two.
 */
export function typicalLogFactor({
  experiment,
  record,
}: Pick<Compared<WalkRecord>, 'experiment' | 'record'>): number | null {
  if (!record?.moments || record.walks - record.dead < 2) return null;
  const { mean, variance } = record.moments;
  const [m, v] = [mean[experiment.depth] ?? Number.NaN, variance[experiment.depth] ?? Number.NaN];
  return Math.sqrt(m * m + v) / 2;
}
