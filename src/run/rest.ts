/** When a run begins while its settings keep changing. */
export interface RunTiming {
  /** At most one run begins in this time, ms. */
  readonly restMs: number;
  /** Whether the first of several changes begins a run at once, or the last when changes have rested. */
  readonly isLeading: boolean;
}

/** Of what no hand drags: a run begins as soon as it is asked for. */
export const atOnce: RunTiming = { restMs: 0, isLeading: true };

/** Holds back runs whose settings change again and again. `begin` is called when a run that is due may begin. */
export function createRest({ restMs, isLeading }: RunTiming, begin: () => void) {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isDue = false;

  function rested(): void {
    timer = null;
    if (!isDue) return;
    begin();
    // The next change waits its time after this one, too.
    if (isLeading) timer = setTimeout(rested, restMs);
  }

  return {
    /** Whether a run waits for its turn. */
    isDue: () => isDue,
    /** Asks for a run: true if it may begin now, false if it is due later. */
    ask(): boolean {
      const isFirst = timer === null;
      isDue = !(isLeading && isFirst);
      if (!isLeading && timer !== null) clearTimeout(timer);
      if (isFirst || !isLeading) timer = setTimeout(rested, restMs);
      return !isDue;
    },
    forget(): void {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      isDue = false;
    },
  };
}
