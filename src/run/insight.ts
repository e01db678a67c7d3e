import { createInsightClient, type InsightClient } from '#engine/insight/client.ts';
import type {
  AlignmentFrame,
  InsightFrame,
  InsightSettings,
  InsightName as LookName,
  StretchFrame,
} from '#engine/insight/protocol.ts';
import { reasonText } from '#experiment/dictionary/reasonText.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { resolvedGain } from '#experiment/gains.ts';
import type { WalkStore } from './store.ts';

export type InsightName = LookName;

/** Wider networks are looked at in this width: the look is made on the processor, in float64. */
export const widestLook: Readonly<Record<InsightName, number>> = { alignment: 128, stretch: 64 };
const networksLooked: Readonly<Record<InsightName, number>> = { alignment: 12, stretch: 4 };

/** While a slider is dragged, a look is begun when it has rested this long. */
const restMs = 300;

export interface InsightState {
  readonly settings: InsightSettings;
  /** What was found so far; null before the first network. */
  readonly found: AlignmentFrame | StretchFrame | null;
  /** Why the look broke off; empty when it did not. */
  readonly failure: string;
}

/** A look at networks of the store's experiment, begun at once and again when its settings change. */
export interface Insight {
  current(): InsightState;
  /** Calls back after every change; returns the way out. */
  subscribe(listener: () => void): () => void;
  /** Ends the look. */
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

type CreateClient = (listener: (frame: InsightFrame) => void) => InsightClient;

export function createInsight(
  store: WalkStore,
  name: InsightName,
  createClient: CreateClient = createInsightClient,
): Insight {
  const wanted = () => {
    const { experiment, foundGains } = store.getState();
    return insightSettings(experiment, foundGains, name);
  };
  let state: InsightState = { settings: wanted(), found: null, failure: '' };
  let timer: ReturnType<typeof setTimeout> | null = null;
  const listeners = new Set<() => void>();

  function amend(change: Partial<InsightState>): void {
    state = { ...state, ...change };
    for (const listener of [...listeners]) listener();
  }

  const client = createClient((frame) =>
    amend(frame.kind === 'failed' ? { failure: reasonText(frame.reason) } : { found: frame }),
  );
  client.look(name, state.settings);

  const unsubscribe = store.subscribe(() => {
    const settings = wanted();
    if (JSON.stringify(settings) === JSON.stringify(state.settings)) return;
    client.cancel();
    amend({ settings, found: null, failure: '' });
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => client.look(name, state.settings), restMs);
  });

  return {
    current: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      if (timer !== null) clearTimeout(timer);
      unsubscribe();
      client.close();
    },
  };
}
