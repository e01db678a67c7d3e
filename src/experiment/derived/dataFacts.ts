import type { DataFacts } from '#engine/data/dataFacts.ts';
import { dataFacts as factsOf } from '#engine/data/dataSets.ts';
import { readIdentity } from '#engine/data/ownIdentity.ts';
import type { Experiment } from '#experiment/experiment.ts';

/** What is known of an experiment's data set before it is there; of the user's own the link says how many classes it has. */
export function dataFacts({ data, own }: Experiment): DataFacts {
  const facts = factsOf(data);
  const identity = data === 'own' ? readIdentity(own) : null;
  return identity ? { ...facts, classes: identity.classes, isPlane: identity.inputs === 2 } : facts;
}

/** How large data of the user's own may be. */
export type DataLimits = NonNullable<DataFacts['limits']>;

/** What a text of the link says of a set of the user's own; null where it says of none. */
export const identityOf = readIdentity;

/** Which set of the user's own an experiment is of; null for none. */
export const ownIdentity = ({ data, own }: Experiment) => (data === 'own' ? readIdentity(own) : null);
