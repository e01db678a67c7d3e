import { expect, test } from '@playwright/test';
import type { TrainResults } from '#run/train/trainResults.ts';
import { deep } from './deep.ts';
import { complaintsOf, openWalk, runTraining } from './walkPage.ts';

/** Mean loss over the last tenth of a run. */
function lastLoss({ loss }: TrainResults): number {
  const part = loss.slice(-Math.round(loss.length / 10));
  return part.reduce((sum, value) => sum + value, 0) / part.length;
}

const deepNetwork = { f: 'relu', depth: 20, width: 40, rate: 0.02, batch: 32 };

test(
  '20 ReLU layers learn digits at g* within 200 steps, and nothing at half the gain',
  deep,
  async ({ page }) => {
    const complaints = complaintsOf(page);
    await openWalk(page, '#view=train&run=0');
    const learned = await runTraining(page, { ...deepNetwork, steps: 200 });
    expect(learned.backend).toMatch(/^(webgpu|wasm) /);
    expect(learned.loss).toHaveLength(200);
    expect(lastLoss(learned)).toBeLessThan(0.8 * Math.log(10));
    expect(learned.testAccuracy).toBeGreaterThan(0.25);
    expect(learned.gradientNorms.perLayer[0]).toHaveLength(21);
    const stuck = await runTraining(page, { ...deepNetwork, gain: 0.72, steps: 30 });
    expect(Math.abs(lastLoss(stuck) - Math.log(10))).toBeLessThan(0.02);
    expect(stuck.testAccuracy).toBeLessThan(0.2);
    // Half the gain divides the gradient's norm by two a layer.
    const first = stuck.gradientNorms.perLayer[0];
    expect((first?.[0] ?? 0) - (first?.[20] ?? 0)).toBeLessThan(-20);
    await expect(page.locator('.train-sentence')).toContainText('After 30 steps its loss is 2.3');
    expect(complaints.list).toEqual([]);
  },
);

test('the kernels on WebGPU and those in WebAssembly train the same 20 steps', deep, async ({ page }) => {
  await openWalk(page, '#view=train&run=0');
  // At gain 1 a rounding error is not amplified on its way.
  const setting = {
    f: 'tanh',
    gain: 1,
    depth: 20,
    width: 32,
    batch: 16,
    data: 'spirals',
    steps: 20,
    rate: 0.01,
  };
  const kernels = await runTraining(page, { ...setting, backend: 'webgpu' });
  const plain = await runTraining(page, { ...setting, backend: 'wasm' });
  expect([kernels.backend.slice(0, 6), plain.backend.slice(0, 4)]).toEqual(['webgpu', 'wasm']);
  expect(kernels.backend).toContain('fused');
  expect(plain.backend).toBe('wasm (processor), wasm');
  for (const [i, loss] of kernels.loss.entries()) {
    expect(Math.abs(loss / (plain.loss[i] ?? 0) - 1), `step ${i}`).toBeLessThan(1e-3);
  }
});
