import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { type EndListeners, nextEnd } from '#run/endListeners.ts';
import type { WalkStore } from '#run/store.ts';
import type { LiveSweep } from './liveSweep.ts';
import { type ScaleResults, scaleResults } from './scaleResults.ts';
import { isSamePlan, sweepPlan } from './sweepPlan.ts';

/** The scale view's part of the programs' API. */
export interface SweepApi {
  /** Measures the experiment's sweep afresh; rejects with a reason if it is cancelled or fails. */
  run(): Promise<ScaleResults>;
  /** The sweep so far; null before the first point and while another is asked for. */
  results(): ScaleResults | null;
  cancel(): void;
}

interface SweepHold extends Pick<EndListeners, 'onEnd'> {
  readonly live: LiveSweep;
  begin(): void;
  cancel(): void;
}

export function createSweepApi(store: WalkStore, sweeping: SweepHold): SweepApi {
  function results(): ScaleResults | null {
    const { experiment, foundGains } = store.getState();
    const record = sweeping.live.current();
    const isCurrent = isSamePlan(record.plan, sweepPlan(experiment, foundGains));
    return isCurrent && record.measured.size > 0 ? scaleResults(experiment, record) : null;
  }
  return {
    results,
    cancel: () => sweeping.cancel(),
    async run() {
      sweeping.begin();
      const end = await nextEnd(sweeping);
      const answer = end.status === 'done' ? results() : null;
      if (answer) return answer;
      throw new Error(end.status === 'failed' ? end.message : dictionary('experiment').sweepCancelled);
    },
  };
}
