import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import type { PinnedWalk } from '#run/walk/pinnedWalks.ts';
import { type WalkResults, walkResults } from '#run/walk/walkResults.ts';

/** An experiment that is compared with, and its results so far: null before its first walk. */
export interface PinnedResults {
  readonly experiment: Experiment;
  readonly results: WalkResults | null;
}

export const pinnedResults = ({ experiment, record }: PinnedWalk, found: FoundGains): PinnedResults => ({
  experiment,
  results: record && record.walks > 0 ? walkResults(experiment, found, record, null, null) : null,
});
