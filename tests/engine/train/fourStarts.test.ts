import { expect, test } from 'vitest';
import type { DataSet } from '#engine/data/dataSet.ts';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import { noFoundGains } from '#experiment/foundGains.ts';
import { trainPlan } from '#run/train/trainPlan.ts';
import { wasmRun } from '../../bench/wasmRun.ts';
import { deep } from '../../deep.ts';
import { drawnDigits } from '../drawnDigits.ts';

/** Twenty ReLU layers of 256 in plain descent, as courses start them: what share of unseen digits is told right, or where it left float32. */
async function trained(set: DataSet, gain: number, steps: number) {
  const network = { f: 'relu', depth: 20, width: 256, batch: 32, rate: 0.02, seed: 1 } as const;
  const experiment = { ...defaultExperiment, ...network, view: 'train', gain, steps } as const;
  const { run, trainer } = await wasmRun(trainPlan(experiment, noFoundGains, 0).settings, set);
  for (;;) {
    const { done, diverged, heldOut } = await run.advance(() => performance.now());
    if (!done) continue;
    trainer.dispose();
    return { diverged, accuracy: heldOut?.accuracy ?? Number.NaN };
  }
}

test('twenty ReLU layers of 256 started four ways: two guess, one learns, one leaves float32', {
  ...deep,
  timeout: 600_000,
}, async () => {
  const set = drawnDigits();
  for (const gain of [0.5, 1]) {
    const { diverged, accuracy } = await trained(set, gain, 60);
    expect(diverged).toBeNull();
    expect(accuracy, `gain ${gain}`).toBeLessThan(0.2);
  }
  const he = await trained(set, Math.SQRT2, 500);
  expect(he.accuracy).toBeGreaterThan(0.6);
  expect((await trained(set, 2.4, 60)).diverged).not.toBeNull();
});
