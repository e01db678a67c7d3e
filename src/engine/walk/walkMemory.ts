import { ReasonError } from '#engine/worker/reason.ts';
import { keptBy } from './freeSliceOf.ts';
import type { WalkSettings } from './protocol.ts';
import { matrixWalkBytes } from './slicePlan.ts';

/** Throws a `ReasonError` if not even one walk fits into `maxBytes` for one tensor. */
export function checkWalkMemory(settings: WalkSettings, maxBytes: number): void {
  const isFree = settings.sampler === 'free';
  const neededBytes = isFree ? 4 * Math.max(8, keptBy(settings)) : matrixWalkBytes(settings);
  if (neededBytes <= maxBytes) return;
  const depth = Math.max(1, Math.floor((settings.depth * maxBytes) / neededBytes));
  throw new ReasonError({ code: 'tooLarge', neededBytes, allowedBytes: maxBytes, depth });
}
