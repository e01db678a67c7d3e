import { initialPace } from '#engine/walk/pace.ts';
import type { WalkSettings } from '#engine/walk/protocol.ts';
import { createWalkRun } from '#engine/walk/walkRun.ts';

/** What one way of walking did. */
export interface WalkSpeed {
  readonly walksPerSecond: number;
  readonly weightsPerSecond: number;
  /** Mean ln Z at the end, so that nobody times a walk that does not walk. */
  readonly meanLnZ: number;
}

/** Walks `settings` with the fused kernel on the open backend, as the page does. */
export async function fusedWalk(settings: WalkSettings, maxTensorBytes: number): Promise<WalkSpeed> {
  const run = createWalkRun(settings, () => maxTensorBytes);
  let pace = initialPace;
  const start = performance.now();
  for (;;) {
    const advanced = await run.advance(pace, () => performance.now());
    pace = advanced.pace;
    if (!advanced.frame?.done) continue;
    const seconds = (performance.now() - start) / 1000;
    run.dispose();
    return {
      walksPerSecond: settings.walks / seconds,
      weightsPerSecond: (2 * settings.walks * settings.depth * settings.width ** 2) / seconds,
      meanLnZ: advanced.frame.moments.mean[settings.depth] ?? Number.NaN,
    };
  }
}
