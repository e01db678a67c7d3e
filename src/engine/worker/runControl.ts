/** Pause, step and cancel of one run, as messages reach a worker. */
export interface RunControl {
  readonly run: number;
  isPaused(): boolean;
  isCancelled(): boolean;
  /** What a message asks for. */
  apply(wish: 'pause' | 'resume' | 'step' | 'cancel'): void;
  /** Waits until there is something to do; false when the run is cancelled. */
  waitUntilRunnable(): Promise<boolean>;
  /** Notes that a step that was asked for was made. */
  stepMade(): void;
}

export function createRunControl(run: number, startsPaused: boolean): RunControl {
  let paused = startsPaused;
  let stepsWanted = 0;
  let cancelled = false;
  let wake: () => void = () => undefined;
  return {
    run,
    isPaused: () => paused,
    isCancelled: () => cancelled,
    apply(wish) {
      if (wish === 'cancel') cancelled = true;
      else if (wish === 'step') stepsWanted += 1;
      else paused = wish === 'pause';
      wake();
    },
    async waitUntilRunnable() {
      while (paused && stepsWanted === 0 && !cancelled) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return !cancelled;
    },
    stepMade() {
      stepsWanted = Math.max(0, stepsWanted - 1);
    },
  };
}
