import type { WalkMoments, WalkSettings } from '#engine/walk/protocol.ts';
import { createRunningMoments } from '#engine/walk/runningMoments.ts';
import { freeReference } from '#engine/walk/verification/freeReference.ts';
import { walkPath } from '#engine/walk/walkPath.ts';
import { type Pass, passNames } from '#theory/pass.ts';

/** Moments of all three passes over the living of some matrix-free walks: every walk goes there and back once. */
export function walkSample(settings: Omit<WalkSettings, 'pass'>): Readonly<Record<Pass, WalkMoments>> {
  const sums = passNames.map((pass) => ({ pass, moments: createRunningMoments(settings.depth + 1) }));
  for (let walk = 0; walk < settings.walks; walk++) {
    const increments = freeReference({ ...settings, pass: 'weights' }, walk);
    for (const { pass, moments } of sums) {
      const path = walkPath(pass, increments);
      if (Number.isFinite(path[settings.depth])) moments.add(path);
    }
  }
  const [backward, forward, weights] = sums.map(({ moments }) => moments.moments());
  if (!backward || !forward || !weights) throw new Error('A pass is missing.');
  return { backward, forward, weights };
}
