import type { RunState, WalkStore } from '#run/store.ts';
import type { LiveSweep } from './liveSweep.ts';
import { emptyMeasurement, type Measurement } from './measurement.ts';
import type { SweepBench } from './sweepBench.ts';
import { createSweepMemory } from './sweepMemory.ts';
import { sweepPlan } from './sweepPlan.ts';

/** Begins, goes on with and ends the sweep of the store's experiment, point by point. */
export interface SweepRunner {
  /** Measures every point afresh. */
  begin(): void;
  /** Goes on with the points that are not measured yet; all afresh when there are none. */
  resume(): void;
  /** Ends the work; what was measured is kept. */
  cancel(): void;
  /** Takes up the store's changed experiment: begins when changes have rested, or waits for Run. */
  change(): void;
  /** The view is left: holds the work. */
  suspend(): void;
  /** The view is looked at again: goes on if it was left at work. */
  wake(): void;
  /** Opens the store's backend; nothing that another measured is kept. */
  reopen(): void;
  /** Takes in what has arrived of the point at work, and goes on to the next when it is done. */
  take(measurement: Measurement): void;
  /** Begins the point at work again, on the device that took the lost one's place. */
  again(): void;
  fail(message: string): void;
  close(): void;
}

interface SweepRunnerParts {
  readonly store: WalkStore;
  readonly live: LiveSweep;
  readonly bench: SweepBench;
  readonly tell: (run: RunState) => void;
  /** The time, ms. */
  readonly now: () => number;
}

/** While a slider is dragged, a sweep is begun when it has rested this long. */
const restMs = 250;

/** The half of a runner that measures one point after another. */
function createMeasuring({ live, bench, tell, now }: SweepRunnerParts) {
  const memory = createSweepMemory();
  let startMs = 0;
  const isRunning = () => live.current().run.status === 'running';

  function end(run: RunState): void {
    live.amend({ active: null, run });
    tell(run);
  }

  /** Measures the next point that is not measured yet. */
  function goOn(): void {
    const { plan, measured } = live.current();
    const active = plan.points.findIndex(({ key }) => !measured.get(key)?.done);
    const point = plan.points[active];
    if (!point) {
      end({ status: 'done' });
      return;
    }
    live.amend({
      active,
      run: { status: 'running' },
      measured: new Map(measured).set(point.key, emptyMeasurement(point)),
    });
    startMs = now();
    bench.measure(point);
  }

  return {
    memory,
    goOn,
    isRunning,
    interrupt() {
      bench.cancel();
      if (isRunning()) end({ status: 'cancelled' });
    },
    take(arrived: Measurement) {
      const { plan, active, measured } = live.current();
      const point = active === null ? undefined : plan.points[active];
      if (!point || !isRunning()) return;
      // Preparing a network or a pipeline takes time too: what remains is estimated from all of it.
      const measurement = { ...arrived, elapsedMs: now() - startMs };
      live.amend({ measured: new Map(measured).set(point.key, measurement) });
      if (!measurement.done) return;
      memory.keep(point.key, measurement);
      goOn();
    },
    fail(message: string) {
      if (isRunning()) end({ status: 'failed', message });
    },
    again() {
      if (isRunning()) goOn();
    },
  };
}

export function createSweepRunner(parts: SweepRunnerParts): SweepRunner {
  const { store, live, bench } = parts;
  const { memory, goOn, isRunning, interrupt, take, fail, again } = createMeasuring(parts);
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isSuspended = false;
  const runsAtOnce = () => store.getState().experiment.run === 1;
  const currentPlan = () => {
    const { experiment, foundGains } = store.getState();
    return sweepPlan(experiment, foundGains);
  };

  /** Ends what runs and what is about to; says whether there was any. */
  function stop(): boolean {
    const wasBusy = isRunning() || timer !== null;
    if (timer !== null) clearTimeout(timer);
    timer = null;
    interrupt();
    return wasBusy;
  }

  function begin(): void {
    stop();
    const plan = currentPlan();
    memory.forget(plan.points);
    live.amend({ plan, measured: new Map() });
    goOn();
  }

  return {
    begin,
    resume() {
      if (isRunning()) return;
      if (live.current().run.status === 'done') begin();
      else goOn();
    },
    cancel() {
      if (stop() && live.current().run.status === 'waiting') live.amend({ run: { status: 'cancelled' } });
    },
    change() {
      stop();
      const plan = currentPlan();
      live.amend({ plan, measured: memory.of(plan.points), active: null, run: { status: 'waiting' } });
      if (!runsAtOnce()) return;
      timer = setTimeout(() => {
        timer = null;
        goOn();
      }, restMs);
    },
    suspend() {
      isSuspended = stop();
    },
    wake() {
      const isWaiting = live.current().run.status === 'waiting' && runsAtOnce();
      if (isSuspended || isWaiting) goOn();
      isSuspended = false;
    },
    reopen() {
      memory.clear();
      bench.open(store.getState().experiment.backend);
    },
    take,
    again,
    fail,
    close() {
      stop();
      bench.close();
    },
  };
}
