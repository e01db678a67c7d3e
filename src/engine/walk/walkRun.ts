import { getBackend } from '@tensorflow/tfjs-core';
import type { Generator } from '#engine/random/generator.ts';
import { verifyLaw } from '#engine/walk/verification/verifyLaw.ts';
import { verifyWalk } from '#engine/walk/verification/verifyWalk.ts';
import { isRefusal, ReasonError } from '#engine/worker/reason.ts';
import { createNextBatch } from './nextBatch.ts';
import { nextPace, type Pace } from './pace.ts';
import type { WalkSettings } from './protocol.ts';
import type { WalkBatch } from './walkBatch.ts';
import { createWalkFrames, type RunFrame } from './walkFrames.ts';
import { checkWalkMemory } from './walkMemory.ts';

/** What a slice brought: the speed it ran at, and a frame when a batch of walks was finished by it. */
export interface WalkAdvance {
  readonly pace: Pace;
  readonly frame: RunFrame | null;
}

export interface WalkRun {
  /**
   * Walks one slice. Before a device's last frame the run's last walk is made again in TypeScript and its moments are
   * compared with their exact law; throws a `ReasonError` where they are wrong, or where the device refuses even one
   * walk. `largest` caps the next batch, for stepping one walk at a time.
   */
  advance(pace: Pace, now: () => number, largest?: number): Promise<WalkAdvance>;
  /** Gives up the batch on its way, whose walks are made again: what is finished does not depend on any device. */
  discardBatch(): void;
  dispose(): void;
}

/** After a refusal a batch is this much smaller. */
const retreat = 4;

/** Throws a `ReasonError` if a device computed something else than what it was asked for. */
function verify(settings: WalkSettings, done: WalkBatch, frame: RunFrame, generator?: Generator): void {
  // In TypeScript the walks are the reference's own.
  if (!frame.done || getBackend() === 'cpu') return;
  const wrong =
    verifyWalk(settings, frame.walks - 1, done.incrementsOf(done.batch - 1), generator) ??
    verifyLaw(settings, frame);
  if (wrong) throw new ReasonError(wrong);
}

/**
 * A run of walks as a chain of slices on the active backend; no clock and no messages of its own. `maxBytes` is asked for
 * before every batch. The caller disposes of it. Throws a `ReasonError` if one walk needs a tensor of more.
 */
export function createWalkRun(
  settings: WalkSettings,
  maxBytes: () => number,
  generator?: Generator,
): WalkRun {
  checkWalkMemory(settings, maxBytes());
  const frames = createWalkFrames(settings);
  let batch: WalkBatch | null = null;
  let fitting = Number.POSITIVE_INFINITY;

  function drop(): void {
    batch?.dispose();
    batch = null;
  }

  /** Walks a slice of a batch; null when the device had no room for it, and a smaller one is to be tried. */
  async function slice(current: WalkBatch, { weightsPerMs }: Pace): Promise<number | null> {
    try {
      return await current.advance(weightsPerMs);
    } catch (error) {
      if (!isRefusal(error) || current.batch === 1) throw error;
      fitting = Math.ceil(current.batch / retreat);
      drop();
      return null;
    }
  }

  async function advance(pace: Pace, now: () => number, largest = Number.POSITIVE_INFINITY) {
    const remaining = Math.min(settings.walks - frames.finished(), largest, fitting);
    // A batch that was under way when the run was paused is of more walks than a step: they are made again.
    if (batch && batch.batch > largest) drop();
    batch ??= createNextBatch(settings, frames.finished(), remaining, pace, maxBytes(), generator);
    const start = now();
    const multiplied = await slice(batch, pace);
    if (multiplied === null || !batch) return { pace, frame: null };
    if (multiplied === 0) {
      const frame = frames.take(batch);
      verify(settings, batch, frame, generator);
      drop();
      return { pace, frame };
    }
    const sliceMs = now() - start;
    frames.spent(sliceMs, settings.sampler === 'free' ? 0 : multiplied);
    return { pace: nextPace(pace, multiplied, sliceMs), frame: null };
  }

  return { advance, discardBatch: drop, dispose: drop };
}
