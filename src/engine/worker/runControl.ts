import type { RunCommand } from './protocol.ts';

/** Pause, step and cancel of one run, as messages reach a worker. */
export interface RunControl {
  readonly run: number;
  isPaused(): boolean;
  isCancelled(): boolean;
  /** What a message asks for. */
  apply(command: RunCommand): void;
  /** Notes that a step that was asked for was made. */
  stepMade(): void;
  /** Holds the run back until then, ms; what a message asks for lets it go on at once. */
  restUntil(timeMs: number): void;
  /** Notes that all is made ready for the first step: until then even a paused run goes on. */
  prepared(): void;
  /** When the run may go on: a time, 0 for now, infinity while it is paused. */
  runnableAt(): number;
}

export function createRunControl(run: number, startsPaused: boolean): RunControl {
  let paused = startsPaused;
  let stepsWanted = 0;
  let cancelled = false;
  let restsUntil = 0;
  let isPrepared = false;
  return {
    run,
    isPaused: () => paused,
    isCancelled: () => cancelled,
    apply(command) {
      if (command === 'cancel') cancelled = true;
      else if (command === 'step') stepsWanted += 1;
      else paused = command === 'pause';
      restsUntil = 0;
    },
    stepMade() {
      stepsWanted = Math.max(0, stepsWanted - 1);
    },
    restUntil(timeMs) {
      restsUntil = timeMs;
    },
    prepared() {
      isPrepared = true;
    },
    runnableAt: () => (isPrepared && paused && stepsWanted === 0 ? Number.POSITIVE_INFINITY : restsUntil),
  };
}
