import { expect, test } from 'vitest';
import type { WalkSettings } from '#engine/walk/protocol.ts';
import { createRunningMoments } from '#engine/walk/runningMoments.ts';
import { freeReference } from '#engine/walk/verification/freeReference.ts';
import { walkReference } from '#engine/walk/verification/walkReference.ts';
import { walkPath } from '#engine/walk/walkPath.ts';
import { unequalWidths } from '#theory/unequalWidths.ts';
import {
  expectNarrowLaw,
  type NarrowEnsemble,
  nameOf,
  narrowSettings,
  oneUnitSettings,
} from './narrowWalks.ts';

function walkAll(settings: WalkSettings): NarrowEnsemble {
  const moments = createRunningMoments(settings.depth + 1);
  const reference = settings.sampler === 'free' ? freeReference : walkReference;
  let dead = 0;
  for (let walk = 0; walk < settings.walks; walk++) {
    const path = walkPath(settings.pass, reference(settings, walk));
    if (path[settings.depth] === Number.NEGATIVE_INFINITY) dead += 1;
    else moments.add(path);
  }
  return { moments: moments.moments(), dead };
}

for (const settings of narrowSettings) {
  test(`${nameOf(settings)}: the reference has the exact mean, variance and share of the dead`, () => {
    expectNarrowLaw(settings, walkAll(settings));
  });
}

for (const settings of oneUnitSettings) {
  test(`${nameOf(settings)}: the reference's ratio of two gradients is that of two squared weights`, () => {
    expectNarrowLaw(settings, walkAll(settings));
  });
}

for (const nonlinearity of ['linear', 'relu', 'leaky'] as const) {
  test(`gradients of ${nonlinearity} that pass through layers of one unit have the exact law`, () => {
    const widths = [4, 1, 3, 1, 4];
    const [first] = narrowSettings;
    if (!first) throw new Error('No settings.');
    const settings = { ...first, sampler: 'free', nonlinearity, pass: 'backward', depth: 4, widths } as const;
    const { moments } = walkAll(settings);
    const theory = unequalWidths(settings);
    for (let k = 1; k <= 4; k++) {
      const mean = Math.abs((moments.mean[k] ?? Number.NaN) - (theory?.mean[k] ?? Number.NaN));
      expect(mean / (moments.stderrMean[k] ?? 0), `mean at k = ${k}`).toBeLessThan(4);
    }
  });
}
