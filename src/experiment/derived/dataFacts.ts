import type { DataFacts } from '#engine/data/dataFacts.ts';
import { dataFacts as factsOf } from '#engine/data/dataSets.ts';
import type { Experiment } from '#experiment/experiment.ts';

/** What is known of an experiment's data set before it is there. */
export const dataFacts = ({ data }: Experiment): DataFacts => factsOf(data);
