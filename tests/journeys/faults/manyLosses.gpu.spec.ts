import { expect, type Page, test } from '@playwright/test';
import { deep } from '../deep.ts';
import { expectBeyond } from '../liveRun.ts';
import { openWalk, setKeys } from '../walkPage.ts';
import { noteDevices, noteMemory, takeDevices, usedMemory } from './devices.ts';

/** Losses to plant: a few in the suite; `npm run test:losses` plants the 20 of docs/RELIABILITY.md. */
const losses = Number(process.env.GRADIENT_WALK_LOSSES ?? 3);

const kinds = [
  { view: 'walk', f: 'relu', depth: 60, width: 32, walks: 150 },
  { view: 'scale', sweep: 'gain', f: 'relu', depth: 20, width: 16, walks: 40 },
  { view: 'train', depth: 3, width: 16, batch: 16, data: 'spirals', steps: 40 },
] as const;

/** A fixed series of numbers in 0..1 (Park and Miller 1988). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/** Lets a run come a random part of its way. */
async function expectSomewhere(page: Page, share: number): Promise<void> {
  await expectBeyond(page, Math.floor(3 * share));
}

test(
  `${losses} devices lost at seeded moments of walks, sweeps and trainings: every run ends whole, buffers are level`,
  deep,
  async ({ page }) => {
    test.setTimeout(120_000 * losses + 120_000);
    await noteMemory(page);
    await noteDevices(page);
    await openWalk(page, '#run=0&walks=5&depth=5&width=8&backend=webgpu');
    const random = seeded(20141222);
    for (const kind of kinds) {
      await setKeys(page, { ...kind, backend: 'webgpu' });
      await page.evaluate(() => window.gradientWalk.run());
    }
    const before = await usedMemory(page);
    for (let k = 0; k < losses; k++) {
      const kind = kinds[k % kinds.length];
      // Another choice of backend forgives the losses before: a third within a minute would leave WebGPU.
      await setKeys(page, { ...kind, backend: 'cpu' });
      await setKeys(page, { backend: 'webgpu', seed: 1000 + k });
      const ran = page.evaluate(() => window.gradientWalk.run());
      await expectSomewhere(page, random());
      await takeDevices(page);
      expect(await ran).toMatchObject({ experiment: { seed: 1000 + k } });
      // One sentence at most for what happened to the run on the screen, and none twice.
      const said = await page.locator('.notice.is-fault').allTextContents();
      expect(new Set(said).size).toBe(said.length);
    }
    for (const kind of kinds) {
      await setKeys(page, { ...kind, backend: 'webgpu' });
      await page.evaluate(() => window.gradientWalk.run());
    }
    expect(await usedMemory(page)).toEqual(before);
  },
);
