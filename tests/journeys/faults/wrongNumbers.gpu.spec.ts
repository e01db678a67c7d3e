import { expect, type Page, test } from '@playwright/test';
import { deepUnless } from '../deep.ts';
import { openWalk } from '../walkPage.ts';
import { patchWorkers } from './patchWorkers.ts';

/** Devices that compute rightly until a run has begun, and then multiply what they return. */
const liars = [
  ['zeros', 0],
  ['values 5 % off', 1.05],
] as const;

/** From the moment a worker calls `message` with a frame of `kind` on, its device lies by `factor`. */
const lieAfter = (page: Page, kind: string, factor: number) =>
  patchWorkers(
    page,
    ({ begins, by }) => {
      let lies = false;
      const post = globalThis.postMessage.bind(globalThis);
      const listening = (frame: unknown, options?: WindowPostMessageOptions) => {
        if (typeof frame === 'object' && frame !== null && 'kind' in frame && frame.kind === begins)
          lies = true;
        post(frame, options);
      };
      Object.assign(globalThis, { postMessage: listening });
      const honest = GPUBuffer.prototype.getMappedRange;
      GPUBuffer.prototype.getMappedRange = function lie(this: GPUBuffer, offset?: number, size?: number) {
        const bytes = honest.call(this, offset, size);
        // What is mapped to be written must arrive.
        if (!lies || (this.usage & GPUBufferUsage.MAP_READ) === 0) return bytes;
        const values = new Float32Array(bytes.slice(0));
        return values.map((value) => (Number.isFinite(value) ? by * value : value)).buffer;
      };
    },
    { begins: kind, by: factor },
  );

for (const [what, factor] of liars) {
  test(
    `a device that returns ${what} after its self-test: the walk's run is not shown as done, and the page says why`,
    deepUnless(factor === 0),
    async ({ page }) => {
      await lieAfter(page, 'ready', factor);
      await openWalk(page, '#f=relu&depth=20&width=32&walks=50&run=0&backend=webgpu');
      await page.evaluate(() => {
        void window.gradientWalk.run().catch(() => undefined);
      });
      await expect(page.locator('.notice.is-fault')).toContainText('computes wrongly');
    },
  );
}

test('a device that returns zeros after training began: no loss of 0 is claimed, and the page says why', async ({
  page,
}) => {
  await lieAfter(page, 'started', 0);
  await page.goto('./#view=train&data=spirals&depth=3&width=16&steps=60&backend=webgpu&run=0');
  await page.waitForFunction(() => 'gradientWalk' in window);
  await page.evaluate(() => {
    void window.gradientWalk.run().catch(() => undefined);
  });
  // Seven kernels are compiled first.
  const said = page.locator('.notice.is-fault', { hasText: 'computes wrongly' });
  await expect(said).toBeVisible({ timeout: 200_000 });
});
