import type { WalkFrame, WalkSettings } from './protocol.ts';
import { pathLimit } from './protocol.ts';
import { createRunningMoments } from './runningMoments.ts';
import type { WalkBatch } from './walkBatch.ts';
import { walkPath } from './walkPath.ts';

/** A frame as a run makes it, without its id. */
export type RunFrame = Omit<WalkFrame, 'kind' | 'run'>;

/** What a run has measured so far. */
export interface WalkFrames {
  /** Walks finished so far, dead ones included. */
  finished(): number;
  /** Notes the time of a slice and how many weights it multiplied. */
  spent(elapsedMs: number, weights: number): void;
  /** Takes in a finished batch and makes the frame that shows it. Throws a `ReasonError` for NaN. */
  take(done: WalkBatch): RunFrame;
}

/** Adds up the batches of a run. */
export function createWalkFrames(settings: WalkSettings): WalkFrames {
  const moments = createRunningMoments(settings.depth + 1);
  let finished = 0;
  let dead = 0;
  let elapsedMs = 0;
  let weights = 0;

  function take(done: WalkBatch): RunFrame {
    const length = settings.depth + 1;
    const pathCount = Math.max(0, Math.min(done.batch, pathLimit - finished));
    const paths = new Float32Array(pathCount * length);
    const final = new Float32Array(done.batch);
    const room = new Float64Array(length);
    for (let walk = 0; walk < done.batch; walk++) {
      const path = walkPath(settings.pass, done.incrementsOf(walk), room);
      const end = path[settings.depth] ?? 0;
      if (walk < pathCount) paths.set(path, walk * length);
      final[walk] = end;
      if (end === Number.NEGATIVE_INFINITY) dead += 1;
      else moments.add(path);
    }
    finished += done.batch;
    return {
      walks: finished,
      dead,
      moments: moments.moments(),
      paths,
      pathCount,
      final,
      elapsedMs,
      weightsPerSecond: (1000 * weights) / Math.max(elapsedMs, 0.1),
      done: finished >= settings.walks,
    };
  }

  return {
    finished: () => finished,
    spent(ms, multiplied) {
      elapsedMs += ms;
      weights += multiplied;
    },
    take,
  };
}
