/** How many events of a kind there were within the last minute, the one noted now included. */
export type RecentCount = () => number;

const windowMs = 60_000;

/** Counts events as they are noted; `now` is the time in ms. */
export function createRecentCount(now: () => number): RecentCount {
  let times: number[] = [];
  return () => {
    times = [...times.filter((time) => now() - time < windowMs), now()];
    return times.length;
  };
}
