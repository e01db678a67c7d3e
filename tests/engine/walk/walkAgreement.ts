import { prepareWalk } from '#engine/walk/prepareWalk.ts';
import type { WalkSettings } from '#engine/walk/protocol.ts';
import { walkReference } from '#engine/walk/verification/walkReference.ts';
import { createWalkBatch } from '#engine/walk/walkBatch.ts';
import { walkPath } from '#engine/walk/walkPath.ts';
import { plainWalk } from '../../plainWalk.ts';

/** Walks that take a moment. */
export const base: WalkSettings = {
  ...plainWalk,
  width: 21,
  gain: 1.3,
  seed: 7,
  walks: 8,
};

/** Walks by both kernels and returns the largest difference in ln Z, and the largest at the median walk. */
export async function differences(settings: WalkSettings, pace = 1e9) {
  await prepareWalk(settings);
  const batch = createWalkBatch(settings, 0, settings.walks);
  while ((await batch.advance(pace)) > 0);
  const worst = Array.from({ length: settings.walks }, (_, walk) => {
    const device = walkPath(settings.pass, batch.incrementsOf(walk));
    const reference = walkPath(settings.pass, walkReference(settings, walk));
    return Math.max(
      ...Array.from(device, (v, k) => (v === reference[k] ? 0 : Math.abs(v - (reference[k] ?? 0)))),
    );
  }).sort((a, b) => a - b);
  batch.dispose();
  return { largest: worst.at(-1) ?? Number.NaN, median: worst[worst.length >> 1] ?? Number.NaN };
}
