import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import type { PinnedTraining } from '#run/train/pinnedTrainings.ts';
import { type TrainResults, trainResults } from '#run/train/trainResults.ts';
import type { PinnedWalk } from '#run/walk/pinnedWalks.ts';
import { type WalkResults, walkResults } from '#run/walk/walkResults.ts';

/** An experiment that is compared with, and its results so far: null before its first walk or step. */
export interface PinnedResults {
  readonly experiment: Experiment;
  readonly results: WalkResults | TrainResults | null;
}

export const pinnedWalkResults = ({ experiment, record }: PinnedWalk, found: FoundGains): PinnedResults => ({
  experiment,
  results: record && record.walks > 0 ? walkResults(experiment, found, record, null, null) : null,
});

export const pinnedTrainResults = ({ experiment, record }: PinnedTraining): PinnedResults => ({
  experiment,
  results: record && record.step > 0 ? trainResults(record) : null,
});
