import { settingsKey, walkSettings } from '#experiment/derived/walkSettings.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import type { LiveWalk, WalkRecord } from './liveWalk.ts';

/**
 * The walks of this very experiment, or null: for a moment after a change the live walk still holds those of
 * the experiment before, and nobody may read them as its own.
 */
export function recordOf(experiment: Experiment, found: FoundGains, live: LiveWalk): WalkRecord | null {
  const record = live.current();
  return record && settingsKey(record.settings) === settingsKey(walkSettings(experiment, found))
    ? record
    : null;
}
