import { dictionary } from '#experiment/dictionary/dictionary.ts';
import type { WalkStore } from '#run/store.ts';
import { planSweep } from './planSweep.ts';
import { type ScaleResults, scaleResults } from './scaleResults.ts';
import type { Sweep } from './sweep.ts';
import { isSamePlan } from './sweepPlan.ts';

/** The scale view's part of the programs' API. */
export interface SweepApi {
  /** Measures the experiment's sweep afresh; rejects with a reason if it is cancelled or fails. */
  run(): Promise<ScaleResults>;
  /** The sweep so far; null before the first point and while another is asked for. */
  results(): ScaleResults | null;
  cancel(): void;
}

/** Sweeps and what programs may ask of them; loaded together when they are first asked for. */
export interface SweepWithApi extends Sweep {
  readonly api: SweepApi;
}

/** Results of the sweep so far, and a way to measure it afresh. */
export function createSweepApi(store: WalkStore, sweep: Sweep): SweepApi {
  function results(): ScaleResults | null {
    const { experiment, foundGains } = store.getState();
    const record = sweep.record();
    const isCurrent = isSamePlan(record.plan, planSweep(experiment, foundGains));
    return isCurrent && record.measured.size > 0 ? scaleResults(experiment, record) : null;
  }
  return {
    results,
    cancel: sweep.cancel,
    async run() {
      sweep.begin();
      const end = await sweep.ended();
      const answer = end.status === 'done' ? results() : null;
      if (answer) return answer;
      throw new Error(end.status === 'failed' ? end.message : dictionary('experiment').sweepCancelled);
    },
  };
}
