import { createRun, type Run } from '#run/controller.ts';
import type { WalkState, WalkStore } from '#run/store.ts';
import { planSweep } from './planSweep.ts';
import { createSweepEngine, type SweepEngines, type SweepFrame, type SweepJob } from './sweepEngine.ts';
import { createSweepMemory, type SweepMemory } from './sweepMemory.ts';
import { isSamePlan, type SweepPlan } from './sweepPlan.ts';
import type { SweepRecord } from './sweepRecord.ts';

/** While a slider is dragged, a sweep is begun when it has rested this long, ms. */
const restMs = 250;

/** The page's hold on sweeps; made when the scale view is first looked at. */
export interface Sweep
  extends Pick<Run<SweepRecord>, 'state' | 'subscribe' | 'begin' | 'cancel' | 'ended' | 'close'> {
  /** What has arrived so far. */
  record(): SweepRecord;
  /** Goes on with the points that are not measured yet; all afresh when there are none. */
  resume(): void;
}

/** The points of a record that are still to be measured. */
const remaining = ({ plan, measured }: SweepRecord): SweepJob =>
  plan.points.filter(({ key }) => !measured.get(key)?.done);

/** The sweep's run, and the memory of what it has measured. */
function createSweepRun(store: WalkStore, engines: SweepEngines, memory: SweepMemory) {
  const planNow = () => planSweep(store.getState().experiment, store.getState().foundGains);

  /** What is known of a plan's points from this and other sweeps. */
  function recordOf(plan: SweepPlan, before: SweepRecord | null): SweepRecord {
    return { plan, measured: memory.of(plan.points), active: null, backend: before?.backend ?? '' };
  }

  const run = createRun<SweepPlan, SweepJob, SweepFrame, SweepRecord>({
    engine: createSweepEngine(engines),
    timing: { restMs, isLeading: false },
    settings: planNow,
    isSame: isSamePlan,
    job: (_, record) => remaining(record),
    empty: recordOf,
    reduce(record, frame) {
      if (frame.kind === 'measured') return { ...record, active: null };
      const { point, measurement, backend } = frame;
      if (measurement.done) memory.keep(point.key, measurement);
      const measured = new Map(record.measured).set(point.key, measurement);
      return { ...record, measured, active: record.plan.points.indexOf(point), backend };
    },
  });
  return { run, planNow, record: () => run.live.getState() ?? recordOf(planNow(), null) };
}

/** Keeps a sweep working on the store's experiment while the scale view is looked at. */
export function createSweep(store: WalkStore, engines: SweepEngines): Sweep {
  const memory = createSweepMemory();
  const { run, planNow, record } = createSweepRun(store, engines, memory);

  function begin(): void {
    memory.forget(planNow().points);
    run.begin();
  }

  function resume(): void {
    const { status } = run.state();
    if (status === 'done') begin();
    else if (status !== 'running') run.begin();
  }

  let isSuspended = false;
  function leave(): void {
    isSuspended = run.state().status === 'running';
    run.cancel();
  }

  function follow({ experiment, restarts }: WalkState, before: WalkState): void {
    const isReopened = experiment.backend !== before.experiment.backend;
    if (isReopened) memory.clear();
    const wasSeen = before.experiment.view === 'scale';
    if (experiment.view !== 'scale') {
      if (wasSeen) leave();
      return;
    }
    const isWaiting = run.state().status === 'waiting' && experiment.run === 1;
    if (restarts !== before.restarts) begin();
    else if (run.isStale() || isReopened) run.change(experiment.run === 1);
    else if (!wasSeen && (isSuspended || isWaiting)) resume();
    isSuspended = false;
  }

  const unsubscribe = store.subscribe((now, before) => {
    const isChanged = now.experiment !== before.experiment || now.foundGains !== before.foundGains;
    if (isChanged || now.restarts !== before.restarts) follow(now, before);
  });
  const { view, run: runs } = store.getState().experiment;
  if (view === 'scale' && runs === 1) run.begin();
  else run.change(false);

  return {
    record,
    subscribe: run.subscribe,
    state: run.state,
    begin,
    resume,
    cancel: run.cancel,
    ended: run.ended,
    close() {
      unsubscribe();
      run.close();
    },
  };
}
