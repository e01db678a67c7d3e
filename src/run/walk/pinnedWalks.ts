import type { StoreApi } from 'zustand/vanilla';
import { shallow } from 'zustand/vanilla/shallow';
import type { WalkJob, WalkRunFrame, WalkSettings } from '#engine/walk/protocol.ts';
import { matrixReason } from '#experiment/derived/effectiveSampling.ts';
import { walkSettings } from '#experiment/derived/walkSettings.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { createPinnedRuns, type PinnedRun, type PinnedRuns } from '#run/compare/pinnedRuns.ts';
import type { Engine } from '#run/hold.ts';
import type { WalkStore } from '#run/store.ts';
import type { WalkRecord } from './walkRecord.ts';
import { createRunBeside } from './walksBeside.ts';

/** An experiment that is compared with, and its walks as far as they have arrived. */
export type PinnedWalk = PinnedRun<WalkRecord>;
export type PinnedWalks = PinnedRuns<WalkRecord>;

/**
 * How a pinned experiment is walked, wherever its link is opened: matrix-free where that is the same in law, so that four
 * of them cost little beside the one on the screen.
 */
export function pinnedSettings(pinned: Experiment, found: FoundGains): WalkSettings {
  const sampler = matrixReason(pinned) ? 'matrices' : 'free';
  return walkSettings({ ...pinned, sampler }, found);
}

/** Walks the pins of the store's experiment; walks that `own`, the screen's, has from the engine are taken from there. */
export const createPinnedWalks = (
  store: WalkStore,
  engine: Engine<WalkJob, WalkRunFrame>,
  own: StoreApi<WalkRecord | null>,
): PinnedWalks =>
  createPinnedRuns<WalkSettings, WalkRecord>(store, {
    engine: 'walk',
    settings: (pinned, { foundGains }) => pinnedSettings(pinned, foundGains),
    isOf: ({ settings, source }, wanted) => source === 'engine' && shallow(settings, wanted),
    createRun: (settings) => createRunBeside(engine, settings),
    own,
    ownRun: ({ run }) => run,
  });
