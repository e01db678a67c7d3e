import type { Generator } from '#engine/random/generator.ts';
import { activeCrew } from '#engine/wasm/crewBackend.ts';
import { createFreeBatch, freeBatchSize } from './freeBatch.ts';
import type { Pace } from './pace.ts';
import type { WalkSettings } from './protocol.ts';
import { batchSize } from './slicePlan.ts';
import { createWalkBatch, type WalkBatch } from './walkBatch.ts';

/** Makes a batch of a run's next walks on the active backend, sized to a slice of work and to what one tensor may hold; the caller disposes of it. */
export function createNextBatch(
  settings: WalkSettings,
  finished: number,
  remaining: number,
  { weightsPerMs }: Pace,
  maxBytes: number,
  generator?: Generator,
): WalkBatch {
  if (settings.sampler === 'free') {
    const size = freeBatchSize(settings, remaining, weightsPerMs, maxBytes);
    return createFreeBatch(settings, finished, size, generator);
  }
  const parallel = activeCrew()?.size() ?? 1;
  const size = batchSize(settings, { finished, remaining, weightsPerMs, maxBytes, parallel });
  return createWalkBatch(settings, finished, size, generator);
}
