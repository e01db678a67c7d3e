import type { StoreApi } from 'zustand/vanilla';
import type { Priority } from '#engine/worker/protocol.ts';
import { createHold, type FrameOfRun, type HoldParts } from './hold.ts';
import { createRest, type RunTiming } from './rest.ts';
import { type RunState, waiting } from './runState.ts';

/** A run and its controls. */
export interface Run<Result, Note = never> {
  /** What has arrived, by subscription and not by render; null before anything was shown. */
  readonly live: StoreApi<Result | null>;
  state(): RunState;
  /** Calls listener after every change of the record or the state; returns unsubscribe. */
  subscribe(listener: () => void): () => void;
  /** Starts from the beginning, or from what stands of a record; a run under way is cancelled. */
  begin(paused?: boolean, from?: Result): void;
  /** Goes on with a paused run; starts any other afresh. */
  run(): void;
  pause(): void;
  /** Makes one more step, then waits. */
  step(): void;
  /** Ends the run; nothing of it arrives any more. */
  cancel(): void;
  /** Whether the settings are others than those of the record. */
  isStale(): boolean;
  /** Takes up changed settings: what was shown goes at once, and a run begins when `runsAtOnce`, else it waits. */
  change(runsAtOnce: boolean): void;
  /** Ends the run and what it was; the next look finds it stale. */
  forget(): void;
  rank(priority: Priority): void;
  /** Tells the run something while it goes on. */
  note(note: Note): void;
  /** Settles at the next end of the run, whatever end that is. */
  ended(): Promise<RunState>;
  close(): void;
}

export interface RunParts<Settings, Job, Frame, Result, Note>
  extends HoldParts<Settings, Job, Frame, Result, Note> {
  readonly timing: RunTiming;
}

/** One machine for every kind of run: begin, hold, step, cancel, change; lost, failed and ended are handled here once. */
export function createRun<Settings, Job, Frame extends FrameOfRun, Result, Note = never>(
  parts: RunParts<Settings, Job, Frame, Result, Note>,
): Run<Result, Note> {
  const hold = createHold(parts);
  const status = () => hold.state().status;
  const rest = createRest(parts.timing, () => begin(status() === 'paused'));

  function begin(paused = false, from?: Result): void {
    rest.forget();
    hold.start(paused, from);
  }

  /** Takes a run that is due as begun, for whoever speaks to it. */
  function flush(): void {
    if (rest.isDue()) begin(status() === 'paused');
  }

  function end(): void {
    rest.forget();
    hold.interrupt();
  }

  function step(): void {
    flush();
    if (status() === 'running') hold.handle()?.pause();
    else if (status() !== 'paused') begin(true);
    hold.setState({ status: 'paused' });
    hold.handle()?.step();
  }

  function change(runsAtOnce: boolean): void {
    const paused = status() === 'paused';
    hold.interrupt();
    const settings = hold.show();
    if (!runsAtOnce || settings === null) {
      rest.forget();
      hold.setState(waiting);
    } else if (rest.ask()) hold.start(paused);
    // A run that is due counts as going, so that nothing flickers.
    else hold.setState({ status: paused ? 'paused' : 'running' });
  }

  return {
    ...hold,
    begin,
    run() {
      if (status() !== 'paused') {
        begin(false);
        return;
      }
      flush();
      hold.handle()?.resume();
      hold.setState({ status: 'running' });
    },
    pause() {
      if (status() !== 'running') return;
      hold.handle()?.pause();
      hold.setState({ status: 'paused' });
    },
    step,
    cancel: end,
    change,
    forget() {
      end();
      hold.forget();
      hold.setState(waiting);
    },
    note: (note) => hold.handle()?.note(note),
    close: end,
  };
}
