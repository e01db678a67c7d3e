import type { EngineClient } from '#engine/walk/client.ts';
import { settingsKey, walkSettings } from '#experiment/derived/walkSettings.ts';
import type { RunState, WalkStore } from '#run/store.ts';
import type { GainSeeker } from './gainSeeker.ts';
import type { LiveWalk } from './liveWalk.ts';

/** Begins, holds and ends the run of the store's experiment. */
export interface Runner {
  /** Starts the experiment from its first walk. */
  begin(paused: boolean): void;
  /** As `begin`, paused if the run was. */
  beginAgain(): void;
  /** Goes on with a paused run; starts any other afresh. */
  run(): void;
  pause(): void;
  /** Makes one more walk, then waits. */
  step(): void;
  cancel(): void;
  /** Shows the experiment without walks, waiting for Run. */
  clear(): void;
  /** Ends the run; the next look at the walk begins it anew. */
  forget(): void;
  /** Key of the settings that the engine was last asked for. */
  requested(): string;
  /** Whether the experiment is another than the one that was last asked for. */
  isStale(): boolean;
}

interface RunnerParts {
  readonly store: WalkStore;
  readonly live: LiveWalk;
  readonly client: EngineClient;
  readonly setRun: (run: RunState) => void;
  readonly seeker: GainSeeker;
}

/** The run's controls over an engine client. */
export function createRunner({ store, live, client, setRun, seeker }: RunnerParts): Runner {
  let requested = '';
  const current = () => {
    const { experiment, foundGains } = store.getState();
    return walkSettings(experiment, foundGains);
  };
  const status = () => store.getState().run.status;
  const isGoing = () => status() === 'running' || status() === 'paused';

  /** Whoever waits for the run that ends here hears that it was cancelled. */
  function interrupt(): void {
    if (isGoing()) setRun({ status: 'cancelled' });
  }

  function begin(paused: boolean): void {
    const settings = current();
    interrupt();
    requested = settingsKey(settings);
    const shown = live.current();
    // A recorded run of the same experiment stays on the screen until the engine's first walks arrive.
    if (shown?.source !== 'recorded' || settingsKey(shown.settings) !== requested) {
      live.begin(settings, shown?.backend ?? '');
    }
    client.walk(settings, { paused });
    seeker.seek(store.getState().experiment);
    setRun({ status: paused ? 'paused' : 'running' });
  }

  function clear(): void {
    client.cancel();
    interrupt();
    requested = settingsKey(current());
    live.begin(current(), '');
    setRun({ status: 'waiting' });
  }

  return {
    begin,
    beginAgain: () => begin(status() === 'paused'),
    clear,
    forget() {
      clear();
      requested = '';
    },
    requested: () => requested,
    isStale: () => settingsKey(current()) !== requested,
    run() {
      if (status() !== 'paused') begin(false);
      else {
        client.resume();
        setRun({ status: 'running' });
      }
    },
    pause() {
      if (status() !== 'running') return;
      client.pause();
      setRun({ status: 'paused' });
    },
    step() {
      if (status() === 'running') client.pause();
      else if (status() !== 'paused') begin(true);
      setRun({ status: 'paused' });
      client.step();
    },
    cancel() {
      client.cancel();
      interrupt();
    },
  };
}
