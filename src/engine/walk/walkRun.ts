import type { Generator } from '#engine/random/generator.ts';
import { createFreeBatch, freeBatchSize } from './freeBatch.ts';
import { nextPace, type Pace } from './pace.ts';
import { pathLimit, type WalkFrame, type WalkSettings } from './protocol.ts';
import { createRunningMoments } from './runningMoments.ts';
import { batchSize } from './slicePlan.ts';
import { createWalkBatch, type WalkBatch } from './walkBatch.ts';
import { walkPath } from './walkPath.ts';

/** What a slice brought: the speed it ran at, and a frame when a batch of walks was finished by it. */
export interface WalkAdvance {
  readonly pace: Pace;
  readonly frame: Omit<WalkFrame, 'kind' | 'run'> | null;
}

export interface WalkRun {
  /** Walks one slice. `largest` caps the next batch, for stepping one walk at a time. */
  advance(pace: Pace, now: () => number, largest?: number): Promise<WalkAdvance>;
  /** Gives up the batch on its way, whose walks are made again: what is finished does not depend on any device. */
  discardBatch(): void;
  dispose(): void;
}

/**
 * A run of walks as a chain of slices on the active backend; no clock and no messages of its own. `maxBytes` is asked for
 * before every batch. The caller disposes of it.
 */
export function createWalkRun(
  settings: WalkSettings,
  maxBytes: () => number,
  generator?: Generator,
): WalkRun {
  const moments = createRunningMoments(settings.depth + 1);
  let batch: WalkBatch | null = null;
  let finished = 0;
  let dead = 0;
  let elapsedMs = 0;
  let weights = 0;
  const isFree = settings.sampler === 'free';

  /** Takes in a finished batch and makes the frame that shows it. */
  function frameOf(done: WalkBatch): Omit<WalkFrame, 'kind' | 'run'> {
    const length = settings.depth + 1;
    const pathCount = Math.max(0, Math.min(done.batch, pathLimit - finished));
    const paths = new Float32Array(pathCount * length);
    const final = new Float32Array(done.batch);
    for (let walk = 0; walk < done.batch; walk++) {
      const path = walkPath(settings.pass, done.incrementsOf(walk));
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

  function createBatch({ weightsPerMs }: Pace, remaining: number): WalkBatch {
    if (isFree) {
      const size = freeBatchSize(settings, remaining, weightsPerMs, maxBytes());
      return createFreeBatch(settings, finished, size, generator);
    }
    const size = batchSize(settings, finished, remaining, weightsPerMs, maxBytes());
    return createWalkBatch(settings, finished, size, generator);
  }

  async function advance(pace: Pace, now: () => number, largest = Number.POSITIVE_INFINITY) {
    const remaining = Math.min(settings.walks - finished, largest);
    batch ??= createBatch(pace, remaining);
    const start = now();
    const multiplied = await batch.advance(pace.weightsPerMs);
    if (multiplied === 0) {
      const frame = frameOf(batch);
      batch.dispose();
      batch = null;
      return { pace, frame };
    }
    const sliceMs = now() - start;
    elapsedMs += sliceMs;
    if (!isFree) weights += multiplied;
    return { pace: nextPace(pace, multiplied, sliceMs), frame: null };
  }

  function discardBatch(): void {
    batch?.dispose();
    batch = null;
  }

  return { advance, discardBatch, dispose: discardBatch };
}
