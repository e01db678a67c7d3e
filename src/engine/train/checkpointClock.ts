/** A loss may cost this much work, ms; the rest of five seconds is for noticing it. */
const intervalMs = 4000;
/** Taking a checkpoint may cost this share of the time, whatever the network's size. */
const mostShare = 0.1;

/** When the next checkpoint is due. */
export interface CheckpointClock {
  isDue(nowMs: number): boolean;
  /** Notes that one was taken. */
  taken(startMs: number, endMs: number): void;
}

export function createCheckpointClock(startMs: number): CheckpointClock {
  let next = startMs + intervalMs;
  return {
    isDue: (nowMs) => nowMs >= next,
    taken(from, to) {
      next = to + Math.max(intervalMs, (to - from) / mostShare);
    },
  };
}
