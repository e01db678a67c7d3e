import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { mnistFiles } from '../../mnistFiles.ts';
import { deep } from '../deep.ts';
import { openWalk, runTraining } from '../walkPage.ts';

const trained = '#view=train&data=mnist&f=relu&depth=3&width=16&steps=5&backend=wasm';

test(
  'a small packed file that unpacks without end is refused, in words, and can be chosen again',
  deep,
  async ({ page }) => {
    await openWalk(page, trained);
    const panel = page.locator('.data-panel');
    await expect(panel).toContainText('MNIST is not here yet');
    const bomb = gzipSync(Buffer.alloc(100 * 2 ** 20), { level: 1 });
    const files = mnistFiles().map(({ name, bytes }) => ({
      name,
      mimeType: 'application/gzip',
      buffer: name.startsWith('train-images') ? bomb : bytes,
    }));
    const input = page.locator('.data-panel input');
    await input.setInputFiles(files);
    await expect(panel).toContainText('train-images-idx3-ubyte.gz holds more than 64 MB');
    await expect(input).toHaveValue('');
  },
);

test(
  'what else lies in the browser under our key is thrown away, and MNIST fetched anew',
  deep,
  async ({ page }) => {
    const served = new Map(mnistFiles().map(({ name, bytes }) => [name, bytes]));
    await page.route('**/data/mnist/*', (route) => {
      const body = served.get(new URL(route.request().url()).pathname.split('/').at(-1) ?? '');
      return body ? route.fulfill({ body }) : route.fulfill({ status: 404 });
    });
    await page.goto('./icon.svg');
    const contents = [
      { not: 'ours' },
      ['train-images-idx3-ubyte', 7, null, {}],
      [1, 2, 3, 4].map((n) => ({ name: `train-images-idx3-ubyte ${n}`, bytes: 'text' })),
    ];
    for (const content of contents) {
      await page.evaluate(
        (value) =>
          new Promise<void>((resolve, reject) => {
            const opening = indexedDB.open('keyval-store');
            opening.onupgradeneeded = () => opening.result.createObjectStore('keyval');
            opening.onerror = () => reject(opening.error);
            opening.onsuccess = () => {
              const writing = opening.result.transaction('keyval', 'readwrite');
              writing.objectStore('keyval').put(value, 'gradient-walk mnist');
              writing.oncomplete = () => {
                opening.result.close();
                resolve();
              };
            };
          }),
        content,
      );
      await page.goto('about:blank');
      await openWalk(page, trained);
      expect((await runTraining(page)).data).toBe('mnist');
      await page.goto('./icon.svg');
    }
  },
);

test(
  'a mirror whose files are not the published ones is refused by their checksum',
  deep,
  async ({ page }) => {
    const files = new Map(mnistFiles().map(({ name, bytes }) => [name, bytes]));
    await page.context().route(/^https:\/\//, (route) => {
      const name = route.request().url().split('/').at(-1) ?? '';
      return route.fulfill({
        body: files.get(name) ?? '',
        headers: { 'access-control-allow-origin': '*' },
      });
    });
    await openWalk(page, trained);
    const panel = page.locator('.data-panel');
    await panel.getByRole('button', { name: /public mirror/ }).click();
    await expect(panel).toContainText('its checksum differs');
  },
);

test('a served file that is damaged is named, instead of MNIST being called absent', async ({ page }) => {
  await page.route('**/data/mnist/*', (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
    const file = mnistFiles().find((one) => one.name === name);
    if (!file) return route.fulfill({ status: 404 });
    return route.fulfill({ body: file.bytes.subarray(0, file.bytes.length >> 1) });
  });
  await openWalk(page, trained);
  await expect(page.locator('.data-panel')).toContainText(
    'train-images-idx3-ubyte.gz is compressed, but cannot be unpacked',
  );
});
