import { expect, type Page, test } from '@playwright/test';
import { deep } from './deep.ts';
import { patchWorkers } from './faults/patchWorkers.ts';
import { complaintsOf, expectReady, runWalk } from './walkPage.ts';

/** Which of the two is slow, whatever else the machine does, or whether the crew dies beside a slow card. */
type Case = 'slow card' | 'slow crew' | 'dying crew';

/** Opens an experiment where the adapter calls itself a graphics card, so that the processor stands beside it. */
async function openCard(page: Page, hash: string, which: Case): Promise<void> {
  await patchWorkers(
    page,
    (what) => {
      const info = { vendor: 'test', architecture: '', device: 'Test Card', description: '' };
      Object.defineProperty(GPUAdapter.prototype, 'info', {
        get: () => ({ ...info, subgroupMinSize: 4, subgroupMaxSize: 4, isFallbackAdapter: false }),
      });
      // A card that answers so late in a whole run would have smaller and smaller slices: it is slow while there is a crew.
      let isSlow = what !== 'slow crew';
      const read = GPUBuffer.prototype.mapAsync;
      GPUBuffer.prototype.mapAsync = async function (this: GPUBuffer, ...range) {
        if (isSlow) await new Promise((resolve) => setTimeout(resolve, 400));
        return read.apply(this, range);
      };
      const order = Worker.prototype.postMessage;
      Worker.prototype.postMessage = function (this: Worker, message, ...others: never[]) {
        const firstWalk: number = message.kind === 'walk' ? message.work.slice.firstWalk : -1;
        const delay = what === 'slow crew' && firstWalk >= 0 ? 400 : 0;
        if (what === 'dying crew' && firstWalk >= 400) {
          isSlow = false;
          this.dispatchEvent(new ErrorEvent('error', { message: 'It died.' }));
        } else if (delay > 0) setTimeout(() => order.call(this, message, ...others), delay);
        else order.call(this, message, ...others);
      };
    },
    which,
  );
  await page.goto(`./#${hash}`);
  await expectReady(page, 'webgpu');
}

const small = 'f=relu&depth=50&width=32&walks=300&run=0';
const badge = (page: Page) => page.locator('button.badge');
const both = /WebGPU [\d.,\u2009]+( \w+)?, WebAssembly [\d.,\u2009]+/;

test('beside a slower card the processor walks: the badge says why, and the numbers are the processor’s', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await openCard(page, small, 'slow card');
  await expect(badge(page)).toContainText('WebGPU · Test Card');
  const { backend, lnZ } = await runWalk(page);
  expect(backend).toBe('wasm (processor)');
  await expect(badge(page)).toContainText('WebAssembly · processor');
  await badge(page).click();
  await expect(page.getByText(both)).toBeVisible();

  await page.goto('about:blank');
  await page.goto(`./#${small}&backend=wasm`);
  await expectReady(page, 'wasm');
  expect((await runWalk(page)).lnZ).toEqual(lnZ);
  expect(complaints.list).toEqual([]);
});

test('a card walks beside a processor that is slower', deep, async ({ page }) => {
  await openCard(page, small, 'slow crew');
  expect((await runWalk(page)).backend).toBe('webgpu (Test Card)');
  await badge(page).click();
  await expect(page.getByText(both)).toBeVisible();
  await expect(badge(page)).toContainText('WebGPU · Test Card');
});

test(
  'a run whose processor dies beside a card goes on with the card, and loses nothing',
  deep,
  async ({ page }) => {
    const long = small.replace('walks=300', 'walks=600');
    await openCard(page, long, 'dying crew');
    const { backend, lnZ, walks } = await runWalk(page);
    expect(backend).toBe('wasm (processor), webgpu (Test Card)');
    expect(walks).toBe(600);
    await expect(badge(page)).toContainText('WebGPU · Test Card');
    expect((await runWalk(page)).backend).toBe('webgpu (Test Card)');

    await page.goto('about:blank');
    await page.goto(`./#${long}&backend=wasm`);
    await expectReady(page, 'wasm');
    const { mean } = (await runWalk(page)).lnZ;
    for (const [d, value] of lnZ.mean.entries()) expect(value).toBeCloseTo(mean[d] ?? Number.NaN, 3);
  },
);
