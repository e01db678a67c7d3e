import { expect, test } from '@playwright/test';
import { complaintsOf, openWalk, runTraining, runWalk } from '../walkPage.ts';
import { patchWorkers } from './patchWorkers.ts';

/** Chrome 113 to 126: an adapter without `info`, which tells by `requestAdapterInfo()`, or (its beginnings) not at all. */
for (const { what, asks, name } of [
  { what: 'with requestAdapterInfo() only: it is named', asks: true, name: 'webgpu (Older Device)' },
  { what: 'without any word about itself: it is unnamed', asks: false, name: 'webgpu (unnamed adapter)' },
])
  test(`WebGPU is used of an adapter without info, ${what}`, async ({ page }) => {
    const complaints = complaintsOf(page);
    await patchWorkers(
      page,
      (isAsked) => {
        Reflect.deleteProperty(GPUAdapter.prototype, 'info');
        Reflect.deleteProperty(GPUAdapter.prototype, 'requestAdapterInfo');
        if ('info' in GPUAdapter.prototype) throw new Error('The adapter still has its info.');
        if (!isAsked) return;
        const told = { vendor: 'v', architecture: '', device: 'Older Device', description: '' };
        Object.assign(GPUAdapter.prototype, { requestAdapterInfo: () => Promise.resolve(told) });
      },
      asks,
    );
    await openWalk(page, '#f=relu&depth=20&width=16&walks=40&run=0&backend=webgpu');
    const { backend, lnZ, exact } = await runWalk(page);
    expect(backend).toBe(name);
    const [mean, error] = [lnZ.mean[20] ?? Number.NaN, lnZ.stderrMean[20] ?? Number.NaN];
    expect(Math.abs(mean - (exact?.mean[20] ?? Number.NaN)) / error).toBeLessThan(4);
    const trained = await runTraining(page, { depth: 2, width: 16, batch: 8, steps: 10, rate: 0.05 });
    expect(trained.step).toBe(10);
    expect(trained.loss.every(Number.isFinite)).toBe(true);
    await expect(page.locator('.notice.is-fault')).toHaveCount(0);
    expect(complaints.list).toEqual([]);
  });
