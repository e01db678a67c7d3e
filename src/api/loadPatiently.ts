import { loadPart } from './loadPart.ts';

const firstPauseMs = 2000;
const longestPauseMs = 60_000;

/** Resolves after a pause, or when the network comes back. */
function pause(forMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, forMs);
    addEventListener(
      'online',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}

/** Loads a part that nobody sees missing: asks again until it comes, ever more seldom (2 s to a minute). */
export async function loadPatiently<T>(load: () => Promise<T>): Promise<T> {
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
    try {
      return await loadPart(load);
    } catch {
      await pause(pauseMs);
    }
  }
}
