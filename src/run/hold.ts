import { createStore } from 'zustand/vanilla';
import type { EngineClient, RunHandle } from '#engine/worker/client.ts';
import type { AgainFrame, EndFrame, Priority } from '#engine/worker/protocol.ts';
import { reasonText } from '#experiment/dictionary/reasonText.ts';
import { createEndings } from './endings.ts';
import { cancelled, isGoing, type RunState, waiting } from './runState.ts';

/** What begins runs: an engine's client, or what behaves like one. */
export type Engine<Job, Frame, Note = never> = Pick<EngineClient<Job, Frame, Note>, 'begin'>;

/** Frames of a run; the last one is `done`. */
export type FrameOfRun = { readonly kind: string; readonly run: number; readonly done?: boolean };

/** One kind of run: what it needs, and what becomes of its frames. */
export interface RunKind<Settings, Job, Frame, Result> {
  /** What would be run now; null where there is nothing to run. */
  readonly settings: () => Settings | null;
  /** Whether two settings have the same run. */
  readonly isSame: (a: Settings, b: Settings) => boolean;
  /** What the engine is asked for; asked again, with what stands, when a worker died and the run is begun anew. */
  readonly job: (settings: Settings, record: Result) => Job;
  /** The record of a run of which nothing has arrived; `before` is what is on the screen. */
  readonly empty: (settings: Settings, before: Result | null) => Result;
  /** The record with a frame; must be quick, as it is called many times a second. */
  readonly reduce: (record: Result, frame: Frame) => Result;
  /** What stands of a record whose worker died; nothing where it is not given. */
  readonly again?: (record: Result, frame: AgainFrame) => Result;
}

/** A kind of run on its engine. */
export interface HoldParts<Settings, Job, Frame, Result, Note> extends RunKind<Settings, Job, Frame, Result> {
  readonly engine: Engine<Job, Frame, Note>;
  /** Hears of every state, for whoever watches the page's store. */
  readonly publish?: (state: RunState) => void;
  readonly priority?: Priority;
}

/** The half of a run that talks to the engine: at most one run, whose frames become the record. */
export function createHold<Settings, Job, Frame extends FrameOfRun, Result, Note>(
  parts: HoldParts<Settings, Job, Frame, Result, Note>,
) {
  const { engine, settings, isSame, job, empty, reduce, again, publish } = parts;
  const live = createStore<Result | null>(() => null);
  const state = createStore<RunState>(() => waiting);
  const { ended, tell } = createEndings();
  let handle: RunHandle<Note> | null = null;
  let begun: Settings | null = null;
  let priority = parts.priority ?? 'screen';

  function setState(next: RunState): void {
    state.setState(next, true);
    publish?.(next);
    tell(next);
  }

  /** Ends the run under way; whoever waits for it hears that it was cancelled. */
  function interrupt(): void {
    handle?.cancel();
    handle = null;
    if (isGoing(state.getState())) setState(cancelled);
  }

  function show(from?: Result): Settings | null {
    begun = settings();
    if (begun !== null) live.setState(from ?? empty(begun, live.getState()), true);
    return begun;
  }

  function end(last: RunState): void {
    handle = null;
    setState(last);
  }

  function hear(wanted: Settings, frame: Frame | EndFrame | AgainFrame): void {
    if (isEnd(frame)) {
      end(frame.kind === 'failed' ? { status: 'failed', message: reasonText(frame.reason) } : cancelled);
      return;
    }
    const record = live.getState() ?? empty(wanted, null);
    if (isAgain(frame)) {
      live.setState(again ? again(record, frame) : empty(wanted, null), true);
      return;
    }
    live.setState(reduce(record, frame), true);
    if (frame.done) end({ status: 'done' });
  }

  function start(paused: boolean, from?: Result): void {
    interrupt();
    const wanted = show(from);
    if (wanted === null) return;
    const jobNow = () => job(wanted, live.getState() ?? empty(wanted, null));
    handle = engine.begin(jobNow, { paused, priority }, (frame) => hear(wanted, frame));
    setState({ status: paused ? 'paused' : 'running' });
  }

  return {
    live,
    state: state.getState,
    subscribe(listener: () => void) {
      const forget = [live.subscribe(listener), state.subscribe(listener)];
      return () => {
        for (const end of forget) end();
      };
    },
    ended,
    setState,
    interrupt,
    show,
    start,
    handle: () => handle,
    /** Whether the settings are others than those of the record. */
    isStale(): boolean {
      const now = settings();
      return now === null || begun === null ? now !== begun : !isSame(now, begun);
    },
    forget() {
      begun = null;
    },
    rank(wanted: Priority) {
      priority = wanted;
      handle?.rank(wanted);
    },
  };
}

const isEnd = (frame: FrameOfRun): frame is EndFrame => frame.kind === 'failed' || frame.kind === 'cancelled';
const isAgain = (frame: FrameOfRun): frame is AgainFrame => frame.kind === 'again';
