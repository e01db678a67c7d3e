import { expect, type Page, test } from '@playwright/test';
import { deep } from '../deep.ts';
import { expectBeyond, expectResults } from '../liveRun.ts';
import { openWalk, runTraining, runWalk, setKeys } from '../walkPage.ts';
import { patchWorkers } from './patchWorkers.ts';

/** Faults 6, 8, 10 and 11 of docs/RELIABILITY.md: what goes wrong while a backend is opened. */

const badge = (page: Page) => page.locator('.badge');
const fault = (page: Page) => page.locator('.notice.is-fault');

test('the latest wish wins, whenever it comes while WebGPU opens: label and numbers agree', async ({
  page,
}) => {
  for (const [i, wishes] of [['cpu'], ['webgpu', 'cpu'], ['cpu', 'webgpu', 'cpu']].entries()) {
    await page.goto(`./?${i}#f=relu&depth=30&width=16&walks=40&run=0&backend=webgpu`);
    await page.waitForFunction(() => 'gradientWalk' in window);
    for (const backend of wishes) await setKeys(page, { backend });
    await expect(badge(page)).toHaveAttribute('data-backend', 'cpu');
    const { backend } = await runWalk(page);
    expect(backend).toBe('cpu (processor)');
    await expect(badge(page)).toHaveAttribute('data-backend', 'cpu');
  }
});

test('a backend chosen and left again ends on the one that was chosen last', deep, async ({ page }) => {
  await openWalk(page, '#f=relu&depth=30&width=16&walks=40&run=0&backend=webgpu');
  for (const backend of ['cpu', 'webgpu', 'cpu', 'webgpu']) await setKeys(page, { backend });
  await expect(badge(page)).toHaveAttribute('data-backend', 'webgpu');
  expect((await runWalk(page)).backend).toMatch(/^webgpu/);
  await setKeys(page, { backend: 'cpu' });
  await expect(badge(page)).toHaveAttribute('data-backend', 'cpu');
  expect((await runWalk(page)).backend).toBe('cpu (processor)');
});

for (const silent of ['requestAdapter', 'requestDevice'] as const) {
  test(
    `a browser that never answers ${silent} is left for the processor, which is said`,
    deep,
    async ({ page }) => {
      await patchWorkers(
        page,
        (name) => {
          const never = () => new Promise<never>(() => undefined);
          if (name === 'requestAdapter') GPU.prototype.requestAdapter = never;
          else GPUAdapter.prototype.requestDevice = never;
        },
        silent,
      );
      await openWalk(page, '#f=relu&depth=30&width=16&walks=40&backend=webgpu', 'wasm');
      await expect(fault(page)).toContainText('did not answer');
      await expectResults(page, 'walk', { walks: 40 });
    },
  );
}

test('a device that is dead at birth is asked for three times, and no more', async ({ page }) => {
  await patchWorkers(
    page,
    () => {
      const counted = { asked: 0 };
      Object.assign(globalThis, { counted });
      const { requestDevice } = GPUAdapter.prototype;
      GPUAdapter.prototype.requestDevice = async function (descriptor) {
        counted.asked += 1;
        const device = await requestDevice.call(this, descriptor);
        device.destroy();
        return device;
      };
    },
    null,
  );
  await openWalk(page, '#f=relu&depth=30&width=16&walks=40&backend=webgpu', 'wasm');
  await expect(fault(page)).toContainText('again and again');
  await expectResults(page, 'walk', { walks: 40 });
  const asked = page
    .workers()
    .map((worker) => worker.evaluate(() => Reflect.get(globalThis, 'counted').asked));
  expect(await Promise.all(asked)).toEqual([3]);
});

test('where kernels do not compile the walks take the processor, which is said, and a training needs none', async ({
  page,
}) => {
  await patchWorkers(
    page,
    () => {
      GPUDevice.prototype.createComputePipelineAsync = () => Promise.reject(new Error('planted'));
    },
    null,
  );
  await openWalk(page, '#f=relu&depth=30&width=16&walks=40&backend=webgpu', 'wasm');
  await expect(fault(page)).toContainText('WebGPU failed. (planted)');
  await expectResults(page, 'walk', { walks: 40 });
  const trained = await runTraining(page, { depth: 2, width: 8, batch: 8, steps: 5, backend: 'auto' });
  expect(trained).toMatchObject({ step: 5, backend: 'wasm (processor), wasm' });
  await expect(page.locator('.train-progress .progress-speed')).toHaveAttribute('title', /is software/);
});

test('without its WebAssembly a training takes the next way and says so', deep, async ({ page }) => {
  await page.route('**/*.wasm', (route) => route.fulfill({ status: 404 }));
  await patchWorkers(
    page,
    () => {
      WebAssembly.validate = () => false;
    },
    null,
  );
  await openWalk(page, '#view=train&backend=wasm&depth=2&width=8&batch=8&steps=5&data=spirals&run=0', 'cpu');
  const trained = await runTraining(page);
  expect(trained).toMatchObject({ step: 5, backend: 'cpu (processor), composed' });
  await expect(page.locator('.train-progress .progress-speed')).toHaveAttribute('title', /WebAssembly/);
});

test(
  'a way to train that breaks down in the middle is left for the next, and no step is lost beyond its checkpoint',
  deep,
  async ({ page }) => {
    await patchWorkers(
      page,
      () => {
        const broken = { now: false };
        Object.assign(globalThis, { broken });
        const { submit } = GPUQueue.prototype;
        GPUQueue.prototype.submit = function (buffers) {
          if (broken.now) throw new Error('planted');
          return submit.call(this, buffers);
        };
      },
      null,
    );
    await openWalk(
      page,
      '#view=train&backend=webgpu&depth=2&width=8&batch=8&steps=60&data=spirals&run=0',
      'webgpu',
    );
    // So slowly that it is not at its end before it is broken.
    await page.getByRole('combobox', { name: 'speed' }).selectOption('ten');
    const ran = page.evaluate(() => window.gradientWalk.run());
    await expectBeyond(page, 5);
    for (const worker of page.workers()) {
      await worker.evaluate(() => {
        Reflect.get(globalThis, 'broken').now = true;
      });
    }
    await page.getByRole('combobox', { name: 'speed' }).selectOption('full');
    expect(await ran).toMatchObject({ kind: 'train', step: 60, diverged: null });
    await expect(page.locator('.notice')).toHaveCount(0);
  },
);
