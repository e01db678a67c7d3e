import type { Generator } from '#engine/random/generator.ts';
import { initialPace } from '#engine/walk/pace.ts';
import { prepareWalk } from '#engine/walk/prepareWalk.ts';
import type { WalkMoments, WalkSettings } from '#engine/walk/protocol.ts';
import { createWalkRun } from '#engine/walk/walkRun.ts';
import { openedBackend } from '../device/openedBackend.ts';

/** A whole run. */
export interface Ensemble {
  readonly walks: number;
  readonly dead: number;
  readonly moments: WalkMoments;
  readonly final: readonly number[];
  /** The first walks, [depth + 1] each. */
  readonly paths: readonly Float32Array[];
}

/** Walks a run of these settings on WebGPU as the worker does. */
export async function ensemble(settings: WalkSettings, generator: Generator = 'pcg4d'): Promise<Ensemble> {
  const { maxTensorBytes } = await openedBackend();
  await prepareWalk(settings, generator);
  const run = createWalkRun(settings, () => maxTensorBytes, generator);
  let pace = initialPace;
  const final: number[] = [];
  const paths: Float32Array[] = [];
  const length = settings.depth + 1;
  for (;;) {
    const advanced = await run.advance(pace, () => performance.now());
    pace = advanced.pace;
    if (!advanced.frame) continue;
    final.push(...advanced.frame.final);
    for (let i = 0; i < advanced.frame.pathCount; i++) {
      paths.push(advanced.frame.paths.slice(i * length, (i + 1) * length));
    }
    if (advanced.frame.done) {
      run.dispose();
      return { ...advanced.frame, final, paths };
    }
  }
}
