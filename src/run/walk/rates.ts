import { shallow } from 'zustand/vanilla/shallow';
import { createInsightClient, type InsightClient } from '#engine/insight/client.ts';
import type { InsightFrame, InsightJob, RateSettings } from '#engine/insight/protocol.ts';
import { effectiveSampling } from '#experiment/derived/effectiveSampling.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { resolvedGain } from '#experiment/gains.ts';
import { createRun } from '#run/controller.ts';
import type { Engine } from '#run/hold.ts';
import { atOnce } from '#run/rest.ts';
import { isGoing } from '#run/runState.ts';
import type { WalkStore } from '#run/store.ts';

/** Wider matrices have their eigenvalues found too slowly: some tenths of a second at this width. */
export const widestRate = 128;
/** Networks whose rates are found. */
const mostRates = 200;

/** The rate that each network of a tied linear walk has for itself: the slope of the straight line that its walk becomes. */
export interface Rates {
  /** 2 ln|lambda_1| of the first walks of this very experiment, in walk order; null while there is none, or where walks have no such rate. */
  of(experiment: Experiment, found: FoundGains): Float64Array | null;
  /** Calls listener after every change; returns unsubscribe. */
  subscribe(listener: () => void): () => void;
  /** Ends the work and its worker. */
  close(): void;
}

/** Whether an experiment's walks become straight lines: linear, one matrix, and no vector that is added to what it makes. */
function isStraight(experiment: Experiment): boolean {
  const { f, tied, norm, pass, bias } = experiment;
  return (
    f === 'linear' &&
    tied === 1 &&
    norm === 'none' &&
    (pass === 'backward' || (pass === 'forward' && bias === 0))
  );
}

/** The rates' settings of an experiment; null where walks have none, or matrices are too wide. */
export function rateSettings(experiment: Experiment, found: FoundGains): RateSettings | null {
  const { weights, width, seed, walks, ensemble } = experiment;
  if (!isStraight(experiment) || width > widestRate) return null;
  const { residual } = effectiveSampling(experiment);
  const networks = ensemble === 'inputs' ? 1 : Math.min(walks, mostRates);
  return { weights, width, gain: resolvedGain(experiment, found), residual, seed, networks };
}

/** What has arrived of some rates. */
interface RatesRecord {
  readonly settings: RateSettings;
  readonly rates: Float64Array | null;
}

/** The insights' worker, started when it is first needed. */
function lateEngine(createClient: () => InsightClient) {
  let client: InsightClient | null = null;
  const engine: Engine<InsightJob, InsightFrame> = {
    begin(...run) {
      if (!client) {
        client = createClient();
        client.start();
      }
      return client.begin(...run);
    },
  };
  return { engine, close: () => client?.close() };
}

/** Finds the rates of the store's experiment when its walks are done. */
export function createRates(
  store: WalkStore,
  createClient: () => InsightClient = createInsightClient,
): Rates {
  const wanted = () => {
    const { experiment, foundGains, run } = store.getState();
    const isDone = experiment.view === 'walk' && run.status === 'done';
    return isDone ? rateSettings(experiment, foundGains) : null;
  };
  const { engine, close } = lateEngine(createClient);
  const run = createRun<RateSettings, InsightJob, InsightFrame, RatesRecord>({
    engine,
    timing: atOnce,
    settings: wanted,
    isSame: shallow,
    job: (settings) => ({ insight: 'rates', settings }),
    empty: (settings) => ({ settings, rates: null }),
    reduce: (record, frame) => (frame.kind === 'rates' ? { ...record, rates: frame.rates } : record),
  });

  function follow(): void {
    const settings = wanted();
    const record = run.live.getState();
    const isHere = settings && record && shallow(record.settings, settings);
    if (isHere && (record.rates?.length === settings.networks || isGoing(run.state()))) return;
    if (isGoing(run.state())) run.cancel();
    if (settings) run.begin();
  }

  const unsubscribe = store.subscribe(({ experiment, run: walk, foundGains }, before) => {
    if (experiment !== before.experiment || foundGains !== before.foundGains || walk !== before.run) follow();
  });
  follow();
  return {
    of(experiment, found) {
      const record = run.live.getState();
      const settings = record?.rates ? rateSettings(experiment, found) : null;
      return record && settings && shallow(record.settings, settings) ? record.rates : null;
    },
    subscribe: run.subscribe,
    close() {
      unsubscribe();
      run.close();
      close();
    },
  };
}
