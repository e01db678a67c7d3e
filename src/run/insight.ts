import { shallow } from 'zustand/vanilla/shallow';
import { createInsightClient, type InsightClient } from '#engine/insight/client.ts';
import type {
  AlignmentFrame,
  InsightFrame,
  InsightJob,
  InsightSettings,
  InsightName as LookName,
  StretchFrame,
} from '#engine/insight/protocol.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { resolvedGain } from '#experiment/gains.ts';
import { createRun } from './controller.ts';
import type { WalkStore } from './store.ts';

export type InsightName = LookName;

/** Wider networks are looked at in this width: the look is made on the processor, in float64. */
export const widestLook: Readonly<Record<InsightName, number>> = { alignment: 128, stretch: 64 };
const networksLooked: Readonly<Record<InsightName, number>> = { alignment: 12, stretch: 4 };

/** While a slider is dragged, a look is begun when it has rested this long. */
const restMs = 300;

/** What was found so far of some networks. */
export interface InsightRecord {
  readonly settings: InsightSettings;
  /** Null before the first network. */
  readonly found: AlignmentFrame | StretchFrame | null;
}

/** An insight into networks of the store's experiment, begun at once and again when its settings change. */
export interface Insight {
  record(): InsightRecord;
  /** Why it broke off; empty when it did not. */
  failure(): string;
  /** Calls listener after every change; returns unsubscribe. */
  subscribe(listener: () => void): () => void;
  /** Ends the work and its worker. */
  close(): void;
}

/** The networks of an experiment as they are looked at: plain, and no wider than `widestLook`. */
export function insightSettings(
  experiment: Experiment,
  found: FoundGains,
  name: InsightName,
): InsightSettings {
  const { f, weights, depth, width, input, bias, seed } = experiment;
  return {
    nonlinearity: f,
    weights,
    depth,
    width: Math.min(width, widestLook[name]),
    gain: resolvedGain(experiment, found),
    inputScale: input,
    biasDeviation: bias,
    seed,
    networks: networksLooked[name],
  };
}

export function createInsight(
  store: WalkStore,
  name: InsightName,
  createClient: () => InsightClient = createInsightClient,
): Insight {
  const wanted = () => {
    const { experiment, foundGains } = store.getState();
    return insightSettings(experiment, foundGains, name);
  };
  const empty = (settings: InsightSettings): InsightRecord => ({ settings, found: null });
  const client = createClient();
  const run = createRun<InsightSettings, InsightJob, InsightFrame, InsightRecord>({
    engine: client,
    timing: { restMs, isLeading: false },
    settings: wanted,
    isSame: shallow,
    job: (settings) => ({ insight: name, settings }),
    empty,
    reduce: (record, frame) =>
      frame.kind === 'alignment' || frame.kind === 'stretch' ? { ...record, found: frame } : record,
  });
  client.start();
  run.begin();
  const unsubscribe = store.subscribe(() => {
    if (run.isStale()) run.change(true);
  });

  return {
    record: () => run.live.getState() ?? empty(wanted()),
    failure() {
      const now = run.state();
      return now.status === 'failed' ? now.message : '';
    },
    subscribe: run.subscribe,
    close() {
      unsubscribe();
      run.close();
      client.close();
    },
  };
}
