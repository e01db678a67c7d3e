import { beforeAll, test } from 'vitest';
import type { OpenBackend } from '#engine/device/rung.ts';
import { initialPace } from '#engine/walk/pace.ts';
import { prepareWalk } from '#engine/walk/prepareWalk.ts';
import type { WalkSettings } from '#engine/walk/protocol.ts';
import { createWalkRun } from '#engine/walk/walkRun.ts';
import { deepUnless } from '../../deep.ts';
import { openedBackend } from '../device/openedBackend.ts';
import {
  expectNarrowLaw,
  type NarrowEnsemble,
  nameOf,
  narrowSettings,
  oneUnitSettings,
} from './narrowWalks.ts';

let opened: OpenBackend;

beforeAll(async () => {
  opened = await openedBackend();
});

async function walkAll(settings: WalkSettings): Promise<NarrowEnsemble> {
  await prepareWalk(settings);
  const run = createWalkRun(settings, () => opened.maxTensorBytes);
  let pace = initialPace;
  for (;;) {
    const advanced = await run.advance(pace, () => performance.now());
    pace = advanced.pace;
    if (!advanced.frame?.done) continue;
    run.dispose();
    return advanced.frame;
  }
}

for (const settings of narrowSettings) {
  test(
    `${nameOf(settings)}: WebGPU has the exact mean, variance and share of the dead`,
    deepUnless(settings.pass === 'backward' && settings.weights === 'gaussian'),
    async () => {
      expectNarrowLaw(settings, await walkAll(settings));
    },
  );
}

for (const settings of oneUnitSettings) {
  test(
    `${nameOf(settings)}: WebGPU's ratio of two gradients is that of two squared weights`,
    deepUnless(settings.weights === 'gaussian'),
    async () => {
      expectNarrowLaw(settings, await walkAll(settings));
    },
  );
}
