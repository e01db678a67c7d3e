import { expect, test } from '@playwright/test';
import { mnistSums } from '#engine/data/mnistSums.ts';
import { mnistFiles } from '../mnistFiles.ts';
import { deep } from './deep.ts';
import { patchWorkers } from './faults/patchWorkers.ts';
import { expectReady, openWalk, runTraining } from './walkPage.ts';

test(
  'four files are taken in, trained on, and still there after a reload; a damaged one is refused',
  deep,
  async ({ page }) => {
    await openWalk(
      page,
      '#view=train&data=mnist&f=relu&depth=4&width=32&batch=32&steps=200&rate=0.03&backend=wasm',
    );
    const panel = page.locator('.data-panel');
    await expect(panel).toContainText('MNIST is not here yet');
    await expect(panel).toContainText('Drawn digits are used instead');
    const files = mnistFiles().map(({ name, bytes }) => ({
      name,
      mimeType: 'application/gzip',
      buffer: bytes,
    }));
    const damaged = files.map((file) =>
      file.name.startsWith('train-images') ? { ...file, buffer: file.buffer.subarray(0, 5000) } : file,
    );
    await page.locator('.data-panel input').setInputFiles(damaged);
    await expect(panel).toContainText('train-images-idx3-ubyte.gz is compressed, but cannot be unpacked');
    await expect(panel).toContainText('The run goes on with what it had');
    await page.locator('.data-panel input').setInputFiles(files);
    await expect(panel).toContainText(/[69]\u2009000 digits to learn/);
    const results = await runTraining(page);
    expect(results.data).toBe('mnist');
    expect(results.testAccuracy).toBeGreaterThan(0.7);
    await page.reload();
    await expectReady(page, 'wasm');
    expect((await runTraining(page, { steps: 5 })).data).toBe('mnist');
  },
);

test(
  'a mirror is asked only when the user asks, with its progress; its absence is said',
  deep,
  async ({ page }) => {
    const asked: string[] = [];
    const files = new Map(mnistFiles().map(({ name, bytes }) => [name, bytes]));
    await page.context().route(/^https:\/\//, async (route) => {
      asked.push(route.request().url());
      const name = route.request().url().split('/').at(-1) ?? '';
      const headers = { 'access-control-allow-origin': '*' };
      if (asked.length <= 2) await route.abort();
      else await route.fulfill({ body: files.get(name) ?? '', headers });
    });
    // The files stand in for the published ones; their checksums are said to be those.
    await patchWorkers(
      page,
      (sums) => {
        let files = 0;
        SubtleCrypto.prototype.digest = async () => {
          const sum = sums[files++ % sums.length] ?? '';
          return Uint8Array.from(sum.match(/../g) ?? [], (hex) => Number.parseInt(hex, 16)).buffer;
        };
      },
      Object.values(mnistSums).map(({ sha256 }) => sha256),
    );
    await openWalk(page, '#view=train&data=mnist&f=relu&depth=3&width=16&steps=5&backend=wasm');
    const panel = page.locator('.data-panel');
    await expect(panel).toContainText('MNIST is not here yet');
    expect(asked).toEqual([]);
    const fetchButton = panel.getByRole('button', { name: /public mirror/ });
    await fetchButton.click();
    await expect(panel).toContainText('MNIST could not be fetched');
    await expect(panel).toContainText('The run goes on with what it had');
    await fetchButton.click();
    await expect(panel).toContainText('MNIST is here');
    expect(asked.length).toBeGreaterThanOrEqual(6);
  },
);
