import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import type { RunState } from '#run/runState.ts';
import type { PinnedWalk } from '#run/walk/pinnedWalks.ts';
import type { WalkFacts } from '#run/walk/walkFacts.ts';
import type { WalkRecord } from '#run/walk/walkRecord.ts';

/** What a frame shows. */
export interface SceneMoment {
  readonly experiment: Experiment;
  readonly found: FoundGains;
  readonly record: WalkRecord | null;
  readonly run: RunState;
  readonly facts: WalkFacts;
  /** Measured where no theory of finite width holds; null where one does, or while there is none. */
  readonly reference: WalkRecord['moments'];
  /** 2 ln|lambda_1| of the first walks' networks; null where walks have no rate of their own, or it is not known. */
  readonly rates: Float64Array | null;
  /** Walks of the other kind of network, one matrix against new ones, as far as they have arrived; null where they are not asked for. */
  readonly other: WalkRecord | null;
  /** The experiments that are compared with, in their order; the same list until something of it has changed. */
  readonly pins: readonly PinnedWalk[];
}

/** Measured curves need at least this many living walks. */
const enough = 2;

export function livingMoments({ record }: SceneMoment) {
  return record && record.walks - record.dead >= enough ? record.moments : null;
}
